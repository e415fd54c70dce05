import { say, type Message, type MessageTemplates } from '@loadlight/facts/message';

/** What an analysis says that it did not do. */
export const NOTE_MESSAGES: MessageTemplates = {
  'note-no-scanner': 'Credentials were not looked for: the scanner could not be fetched ({reason}).',
  'note-no-scripts': 'Scripts were not read: the part for them could not be fetched ({reason}).',
  'note-long-scripts':
    'Of {scripts, plural, one {a script} other {# scripts}} it was not read what {scripts, plural, one {it does} other {they do}}: longer than 100,000 characters.',
  'note-text-too-long':
    'Credentials were looked for only in the beginning of {texts, plural, one {a text} other {# texts}}: longer than a million characters.',
  'note-excluded': 'Not looked at: {file} excludes it.',
  'note-file-too-long': 'This file could not be read in time: too long.',
  'note-cells-too-long': '{cells, plural, one {# cell} other {# cells}} could not be read in time: too long.'
};

export function note(id: string, args: Message['args'] = {}): Message {
  return say(NOTE_MESSAGES, id, args);
}
