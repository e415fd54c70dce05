import type { Packages } from '@loadlight/dependencies/declared';
import { readInstalls, type ShellText } from '@loadlight/dependencies/install-commands';
import { readScriptBlock } from '@loadlight/dependencies/script-block';
import { mergePackages } from '@loadlight/dependencies/requirement-files';
import type { Install } from '@loadlight/facts/fact';
import type { Part } from '@loadlight/facts/place';
import type { Magic } from '@loadlight/facts/magic';
import { resolveInclude } from './folder-packages.js';

/** What one part of a document says of the packages it runs with. */
export interface OwnPackages {
  readonly installs: readonly ShellText[];
  readonly header: Packages | undefined;
}

const INSTALLERS = new Set(['pip', 'pip3', 'conda', 'mamba', 'micromamba', 'uv']);
const SHELLS = new Set(['bash', 'sh', 'zsh', '!', 'shell', 'system', 'sx', 'script']);

/** Undefined where the text names no package manager and has no header, as most have not. */
export function readOwnPackages(
  text: string,
  uri: string,
  part: Part,
  magics: readonly Magic[]
): OwnPackages | undefined {
  const header = readScriptBlock(text, uri, part);
  const installs = magics.flatMap(magic => {
    const command = shellText(magic);
    return command !== undefined && /\b(?:install|add)\b/.test(command)
      ? [{ text: command, ipython: magic.kind !== 'cell', part, range: magic.range }]
      : [];
  });
  return header || installs.length > 0 ? { installs, header } : undefined;
}

/** What a document says of packages, and the URIs of requirement files that it installs from. */
export interface Owned {
  readonly packages: Packages;
  readonly files: readonly string[];
}

/**
 * What a document's parts say, in their order, and what its calls install (`ran`): a later install wins, and installs go
 * before headers.
 */
export function mergeOwnPackages(
  parts: readonly OwnPackages[],
  ran: readonly Install[],
  uri: string,
  orderOf: (part: Part) => number
): Owned {
  const headers = parts.map(({ header }) => header).filter(header => header !== undefined);
  const called = ran.map(({ command, place: { part, range } }): ShellText => {
    return { text: command, ipython: true, script: part.kind === 'file', part, range };
  });
  const installs = [...parts.flatMap(part => part.installs), ...called].sort(
    (a, b) => orderOf(a.part) - orderOf(b.part) || a.range.start.line - b.range.start.line
  );
  const { packages, files } = readInstalls(installs, uri);
  return {
    packages: new Map([...mergePackages(headers), ...packages]),
    files: files.flatMap(path => resolveInclude(uri, path) ?? [])
  };
}

function shellText({ kind, name, body }: Magic): string | undefined {
  switch (kind) {
    case 'shell':
      return body;
    case 'line':
    case 'automagic':
      if (name === 'sx' || name === 'system') return body;
      return INSTALLERS.has(name) ? `${name} ${body}` : undefined;
    case 'cell':
      return SHELLS.has(name.toLowerCase()) ? body : undefined;
    default:
      return undefined;
  }
}
