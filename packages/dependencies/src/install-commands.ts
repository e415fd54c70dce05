import type { Part, Range } from '@loadlight/facts/place';
import type { VersionRange } from '@loadlight/facts/version-range';
import type { Word } from '@loadlight/shell/command';
import { readScript } from '@loadlight/shell/read-script';
import { versionWords } from '@loadlight/facts/version-wording';
import { parseCondaSpec } from './conda-spec.js';
import { DeclaredPackages, type Packages } from './declared.js';
import { isAddress, parseAddress, parseRequirement } from './requirement.js';

/** A shell text of a notebook, as the shell gets it: `pip install torch==2.4`. */
export interface ShellText {
  readonly text: string;
  /** IPython reads it before a shell does: `{…}` and `$name` are Python's. */
  readonly ipython: boolean;
  /** A script runs it, no notebook. */
  readonly script?: boolean;
  readonly part: Part;
  readonly range: Range;
}

/** What a text of commands installs, and the requirement files that it names, as they are written there. */
export interface Installed {
  readonly packages: Packages;
  readonly files: readonly string[];
}

const LONGEST = 20_000;

/**
 * The versions and requirement files that the shell texts install, in the order in which they run: a later one wins. `pip install torch` takes
 * whatever is there and says nothing; `pip install -U torch` may bring any version, which is then a range without ends.
 */
export function readInstalls(texts: readonly ShellText[], uri: string): Installed {
  const installed = new Map<string, VersionRange>();
  const files: string[] = [];
  for (const { text, ipython, script, part, range } of texts) {
    if (text.length > LONGEST) continue;
    for (const { words } of readScript(text, ipython)) {
      const declared = new DeclaredPackages(uri, part, versionWords(script === true ? 'script-installs' : 'installs'));
      addCommand(declared, files, words.map(textOf), range);
      for (const [name, version] of declared.packages) installed.set(name, version);
    }
  }
  return { packages: installed, files };
}

/** Options of pip and uv that take the next word. */
const VALUED = new Set(
  (
    '-i --index-url --extra-index-url -f --find-links -r --requirement -c --constraint -t --target --prefix --root ' +
    '--platform --python-version --python -p --upgrade-strategy --progress-bar --trusted-host --no-binary --only-binary ' +
    '--src --proxy --timeout --retries --cache-dir --log --exists-action --cert --client-cert --index --default-index ' +
    '--index-strategy --torch-backend -n --name --group --extra --channel'
  ).split(' ')
);

function addCommand(declared: DeclaredPackages, files: string[], words: readonly string[], range: Range): void {
  const installer = installerOf(words);
  if (!installer) return;
  const { conda, args } = installer;
  const upgrade = args.some(word => /^(?:-[a-zA-Z]*U[a-zA-Z]*|--upgrade|--force-reinstall|--pre)$/.test(word));
  for (let i = 0; i < args.length; i++) {
    const word = args[i] ?? '';
    const file = conda ? undefined : requirementFile(word, args[i + 1]);
    if (file !== undefined) files.push(file);
    if (word.startsWith('-')) {
      if (VALUED.has(word) || (conda && word === '-c')) i++;
    } else if (conda) addConda(declared, word, range);
    else addPip(declared, word, upgrade, range);
  }
}

/** The file of `-r file`, `-rfile` or `--requirement=file`. */
function requirementFile(word: string, next: string | undefined): string | undefined {
  if (word === '-r' || word === '--requirement') return next;
  return /^(?:-r|--requirement=)(.+)$/.exec(word)?.[1];
}

function addPip(declared: DeclaredPackages, word: string, upgrade: boolean, range: Range): void {
  const requirement = isAddress(word) ? parseAddress(word) : parseRequirement(word);
  if (!requirement) return;
  const { name, bounds, specifier, fromUrl } = requirement;
  if (specifier !== '' || fromUrl || upgrade) declared.add(name, bounds, specifier, word, range, fromUrl);
}

function addConda(declared: DeclaredPackages, word: string, range: Range): void {
  const spec = parseCondaSpec(word);
  if (spec && spec.specifier !== '')
    declared.add(spec.name, spec.bounds, spec.specifier.replace(/^=+/, ''), word, range);
}

/** The word as it would be written without quotes; what is expanded stays in braces, so that it is no version. */
function textOf({ pieces }: Word): string {
  const texts = pieces.map(piece => {
    if (piece.kind === 'text') return piece.text;
    return piece.kind === 'python' ? `{${piece.source}}` : piece.kind === 'variable' ? `{${piece.name}}` : '{}';
  });
  return texts.join('');
}

/** What the words install with, and what they give it; undefined where they install nothing. */
function installerOf(
  words: readonly string[]
): { readonly conda: boolean; readonly args: readonly string[] } | undefined {
  const from = words.findIndex(word => !/^(?:sudo|time|[A-Za-z_]\w*=.*)$/.test(word));
  if (from === -1) return undefined;
  const rest = words.slice(from);
  const program = /[^/\\]*$/.exec(rest[0] ?? '')?.[0] ?? '';
  const python = /^(?:python[\d.]*|py|\{sys\.executable\}|\{PYTHON\}|\{\})$/i.test(program);
  const [first, ...args] = python && rest[1] === '-m' ? rest.slice(2) : [program, ...rest.slice(1)];
  if (first === undefined) return undefined;
  const verb = args.findIndex(word => !word.startsWith('-'));
  const after = (index: number): readonly string[] => args.slice(index + 1);
  if (/^pip[\d.]*$/.test(first)) return args[verb] === 'install' ? { conda: false, args: after(verb) } : undefined;
  if (/^(?:conda|mamba|micromamba)$/.test(first))
    return args[verb] === 'install' ? { conda: true, args: after(verb) } : undefined;
  if (first !== 'uv') return undefined;
  if (args[verb] === 'add') return { conda: false, args: after(verb) };
  return args[verb] === 'pip' && args[verb + 1] === 'install' ? { conda: false, args: after(verb + 1) } : undefined;
}
