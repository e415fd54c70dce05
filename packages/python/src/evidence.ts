import { say, type Message, type MessageTemplates } from '@loadlight/facts/message';

/** What the places behind a fact show. */
export const EVIDENCE_MESSAGES: MessageTemplates = {
  'evidence-import': '`{name}` is imported here.',
  'evidence-value': 'The value of `{name}` is set here.',
  'evidence-call': 'This call gives it: `{call}`.',
  'evidence-loads': '`{call}` loads it here.',
  'evidence-downloads': '`{call}` downloads it here.',
  'evidence-unpacks': '`{call}` unpacks it here.',
  'evidence-imports': 'Importing this module runs what it does.',
  'evidence-written': 'The same program writes `{path}` here.',
  'evidence-written-unnamed': 'The same program writes it here.',
  'evidence-downloaded': '`{path}` is downloaded from {url} here.',
  'evidence-downloaded-somewhere': '`{path}` is downloaded here.',
  'evidence-copied': '`{path}` is made from another file here.',
  'evidence-credential': 'It is used as `{name}` here.',
  'evidence-written-out': 'It is written out here.',
  'evidence-upload': 'The upload comes in here, by {by}.',
  'evidence-uploaded': '`{path}` is written here from what {by} brought.'
};

export function evidence(id: string, args: Readonly<Record<string, string>>): Message {
  return say(EVIDENCE_MESSAGES, id, args);
}
