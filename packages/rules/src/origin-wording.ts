import { maskedAddress } from '@loadlight/facts/masked-address';
import type { Load, Origin } from '@loadlight/facts/fact';
import { say, type Message, type MessageTemplates, type Wording } from '@loadlight/facts/message';

/** How a sentence goes on after what would happen, by where the bytes come from; nothing where that is no news. */
export const ENDING_MESSAGES: MessageTemplates = {
  'ending-written-here': ', though this program writes it itself',
  'ending-http': ', and the file comes from {url}',
  'ending-hub': ', and the file comes from the hub repository {repository}',
  'ending-upload': ', and the file is an upload by whoever uses this program',
  'ending-argument': ', and {giver} decides which file that is',

  // The same where the bytes are handed over themselves, and no file is spoken of.
  'ending-data-written-here': ', though this program writes it itself',
  'ending-data-http': ', and it comes from {url}',
  'ending-data-hub': ', and it comes from the hub repository {repository}',
  'ending-data-upload': ', and it is sent by whoever uses this program',
  'ending-data-argument': ', and {giver} decides what that is'
};

function endingOf({ kind }: Origin, about: 'ending' | 'ending-data', args: Message['args']): Wording {
  const id = `${about}-${kind}`;
  return id in ENDING_MESSAGES ? say(ENDING_MESSAGES, id, args) : '';
}

/** What stands in a sentence where there is no name of the user's own. */
export const ORIGIN_MESSAGES: MessageTemplates = {
  'origin-file': 'the file',
  'origin-address': 'an address',
  'origin-repository': 'it names',
  'origin-argument': 'the argument `{name}`',
  'origin-environment': 'the environment',
  'origin-command-line': 'the command line'
};

/** Who decides, where it is no argument of a function, by what the fact says. */
const GIVERS: ReadonlyMap<string, string> = new Map([
  ['the environment', 'origin-environment'],
  ['the command line', 'origin-command-line']
]);

/** `{file}`, the path as the user wrote it, or "the file", and `{ending}`, which says where that comes from. */
export function originArguments(load: Load, about: 'ending' | 'ending-data' = 'ending'): Record<string, Wording> {
  const { file, ...args } = partsOf(load);
  return { file, ending: endingOf(load.origin, about, args) };
}

function partsOf(load: Load): Record<string, Wording> & { file: Wording } {
  const { origin, subject } = load;
  const noName = words('origin-file');
  const file = origin.kind === 'argument' || subject === undefined ? noName : `\`${shorten(subject)}\``;
  switch (origin.kind) {
    case 'http':
      return {
        file: origin.url === subject ? noName : file,
        url: origin.url ? shorten(origin.url) : words('origin-address')
      };
    case 'upload':
      return { file: noName };
    case 'hub':
      return {
        file: noName,
        repository: origin.repository ? `\`${origin.repository}\`` : words('origin-repository')
      };
    case 'argument': {
      const { name } = origin;
      return { file, giver: isParameter(name) ? words('origin-argument', { name }) : giverOf(name) };
    }
    default:
      return { file };
  }
}

/** The name of a function's parameter, or of an attribute of one; else of something like `sys.argv`. */
function isParameter(name: string): boolean {
  return /^[\w.]+$/.test(name) && !name.startsWith('sys.');
}

/** What an argument's origin is called: the environment, the command line, or its own name. */
export function giverOf(name: string): Wording {
  const id = GIVERS.get(name);
  return id === undefined ? name : words(id);
}

function words(id: string, args: Message['args'] = {}): Message {
  return say(ORIGIN_MESSAGES, id, args);
}

/** Written by the program or a file that is there: the first column of the severity table. */
export function isOwnFile(origin: Origin): boolean {
  return origin.kind === 'written-here' || origin.kind === 'file';
}

/** Long paths and addresses keep their beginning and their end; of what opens an address, which is told by its name, less is left. */
export function shorten(whole: string, most = 60): string {
  const text = whole.length <= most ? whole : maskedAddress(whole);
  return text.length <= most ? text : `${text.slice(0, most / 2)}…${text.slice(-(most / 2 - 1))}`;
}
