import type { Load, Origin } from '@loadlight/facts/fact';
import type { MessageTemplates } from '@loadlight/facts/message';

/** How a sentence goes on after what would happen, by where the bytes come from. */
const ENDINGS: Readonly<Record<Origin['kind'], string>> = {
  'written-here': ', though this program writes it itself',
  file: '',
  http: ', and the file comes from {url}',
  hub: ', and the file comes from the hub repository {repository}',
  argument: ', and {giver} decides which file that is',
  unknown: ''
};

/** One template for each origin: `id.http`, `id.hub` … from a sentence, its advice, and the endings above. */
export function withOrigins(id: string, sentence: string, advice: string): MessageTemplates {
  return Object.fromEntries(
    Object.entries(ENDINGS).map(([kind, ending]) => [`${id}.${kind}`, `${sentence}${ending}. ${advice}`])
  );
}

/** The arguments that the endings need, and `{file}`: the path as the user wrote it, or "the file". */
export function originArguments(load: Load): Record<string, string> {
  const { origin, subject } = load;
  const file = origin.kind === 'argument' || subject === undefined ? 'the file' : `\`${shorten(subject)}\``;
  switch (origin.kind) {
    case 'http':
      return { file: origin.url === subject ? 'the file' : file, url: shorten(origin.url || 'an address') };
    case 'hub':
      return { file: 'the file', repository: origin.repository ? `\`${origin.repository}\`` : 'it names' };
    case 'argument':
      return { file, giver: /^\w+$/.test(origin.name) ? `the argument \`${origin.name}\`` : origin.name };
    default:
      return { file };
  }
}

/** Written by the program or a file that is there: the first column of the severity table. */
export function isOwnFile(origin: Origin): boolean {
  return origin.kind === 'written-here' || origin.kind === 'file';
}

/** Long paths and addresses keep their beginning and their end. */
export function shorten(text: string, most = 60): string {
  return text.length <= most ? text : `${text.slice(0, most / 2)}…${text.slice(-(most / 2 - 1))}`;
}
