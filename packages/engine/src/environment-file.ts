import type { Edit } from '@loadlight/facts/fix';
import { foldersUpwards } from './folders.js';
import type { FilesPort } from './ports.js';

/** Files of settings are short; longer ones are left alone. In bytes. */
const LONGEST_FILE = 1_000_000;
const ENVIRONMENT = '.env';
const IGNORED = '.gitignore';

/** What a folder has of the two files; undefined for one that is not there. */
interface Folder {
  readonly environment: string | undefined;
  readonly ignored: string | undefined;
  /** It is the top of a git work tree. */
  readonly isRepository: boolean;
}

/** The `.env` beside a document, or nearest above it, and the `.gitignore` that keeps it out of commits. */
export class EnvironmentFiles {
  private readonly folders = new Map<string, Folder | undefined | Promise<void>>();
  private roots: readonly string[] = [];

  /** `openText` gives the text of a file that is open, which goes before what was read. */
  constructor(
    private readonly files: FilesPort,
    private readonly openText: (uri: string) => string | undefined = () => undefined
  ) {
    files.changed(uri => this.forget(uri));
  }

  /** Look-ups end at these folders. */
  setRoots(roots: readonly string[]): void {
    this.roots = roots.map(root => root.replace(/\/+$/, ''));
    this.folders.clear();
  }

  /** The file may be another one by now. */
  forget(uri: string): void {
    this.folders.delete(uri.slice(0, uri.lastIndexOf('/')));
  }

  /** Reads the files anew that edits for the document rest on. Never rejects. */
  async refresh(document: string): Promise<void> {
    const uris = foldersUpwards(document, this.roots);
    await Promise.all(uris.map(uri => this.start(uri)));
  }

  /**
   * Edits that give the variable that value in `.env`, and keep `.env` out of git where there is one. None where all of it is so
   * already. Undefined where the variable has another value there, where the value cannot be written so that every reader reads
   * the same, or where files cannot be read. A promise while they are being read.
   */
  edits(document: string, variable: string, value: string): readonly Edit[] | undefined | Promise<void> {
    const folders: { readonly uri: string; readonly folder: Folder }[] = [];
    for (const uri of foldersUpwards(document, this.roots)) {
      const folder = this.folders.has(uri) ? this.folders.get(uri) : this.start(uri);
      if (folder instanceof Promise || folder === undefined) return folder;
      const open = (name: string): string | undefined => this.openText(`${uri}/${name}`);
      const { environment = folder.environment, ignored = folder.ignored } = {
        environment: open(ENVIRONMENT),
        ignored: open(IGNORED)
      };
      folders.push({ uri, folder: { ...folder, environment, ignored } });
    }
    const place = folders.find(({ folder }) => folder.environment !== undefined) ?? folders[0];
    const line = lineFor(variable, value);
    if (!place || line === undefined) return undefined;
    const text = place.folder.environment;
    const known = valueIn(text ?? '', variable);
    if (known !== undefined && known !== value) return undefined;
    return [
      ...(known === undefined ? [appended(`${place.uri}/${ENVIRONMENT}`, text, line)] : []),
      ...ignoring(place.uri, folders)
    ];
  }

  private start(uri: string): Promise<void> {
    const reading: Promise<void> = this.read(uri).then(
      folder => this.keep(uri, reading, folder),
      () => this.keep(uri, reading, undefined)
    );
    this.folders.set(uri, reading);
    return reading;
  }

  private keep(uri: string, reading: Promise<void>, folder: Folder | undefined): void {
    if (this.folders.get(uri) === reading) this.folders.set(uri, folder);
  }

  private async read(uri: string): Promise<Folder> {
    const names = new Set((await this.files.list(uri)).map(({ name }) => name));
    const textOf = async (name: string): Promise<string | undefined> => {
      if (!names.has(name)) return undefined;
      const stat = await this.files.stat(`${uri}/${name}`);
      if (stat?.kind !== 'file' || stat.size > LONGEST_FILE) throw new Error(`${name} cannot be read`);
      const bytes = await this.files.read(`${uri}/${name}`, 0, LONGEST_FILE);
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    };
    const [environment, ignored] = [await textOf(ENVIRONMENT), await textOf(IGNORED)];
    return { environment, ignored, isRepository: names.has('.git') };
  }
}

/**
 * `X=value`, quoted where a reader would take it apart, so that all readers read the same; quotes and backslashes for which there is no
 * such way are escaped as python-dotenv reads them. Undefined for what it would read differently.
 */
function lineFor(variable: string, value: string): string | undefined {
  if (/^[\w\-./+:@%~^]+=*$/.test(value)) return `${variable}=${value}`;
  // python-dotenv fills `${…}` in between single quotes, too, and reads the ends of lines as files have them.
  if (/\r|\$\{/.test(value)) return undefined;
  if (!/'|\\(?:\\|$)/.test(value)) return `${variable}='${value}'`;
  if (!/["\\$`\n]/.test(value)) return `${variable}="${value}"`;
  return `${variable}='${value.replace(/['\\]/g, '\\$&')}'`;
}

/** The value that the text gives the variable last. */
function valueIn(text: string, variable: string): string | undefined {
  const lines = text.matchAll(
    new RegExp(`^[ \\t]*(?:export[ \\t]+)?${variable}[ \\t]*=[ \\t]*('(?:\\\\'|[^'])*'|.*?)[ \\t]*\\r?$`, 'gm')
  );
  const last = [...lines].at(-1)?.[1];
  if (last === undefined) return undefined;
  const [, quote, inside = last] = /^(['"])(.*)\1$/s.exec(last) ?? [];
  return quote === "'" ? inside.replace(/\\(['\\])/g, '$1') : inside;
}

/** The line at the end of the file, or as a new file. */
function appended(document: string, text: string | undefined, line: string): Edit {
  const lineBreak = text?.includes('\r\n') === true ? '\r\n' : '\n';
  const lines = (text ?? '').split(/\r\n|\r|\n/);
  const end = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  const gap = end.character > 0 ? lineBreak : '';
  return {
    document,
    part: { kind: 'file' },
    range: { start: end, end },
    newText: `${gap}${line}${lineBreak}`,
    ...(text === undefined && { creates: true })
  };
}

/** `.env` in a `.gitignore`: of the folder itself, or of one above; where there is neither one nor git, none. */
function ignoring(uri: string, folders: readonly { readonly uri: string; readonly folder: Folder }[]): Edit[] {
  const own = folders.slice(folders.findIndex(one => one.uri === uri));
  if (own.some(({ folder: { ignored } }, i) => ignored !== undefined && ignores(ignored, i === 0))) return [];
  const nearest = own.find(({ folder: { ignored } }) => ignored !== undefined);
  const top = nearest ?? own.find(({ folder: { isRepository } }) => isRepository);
  return top ? [appended(`${top.uri}/${IGNORED}`, top.folder.ignored, ENVIRONMENT)] : [];
}

/** A rule with a slash before it counts in its own folder. */
function ignores(text: string, isOwn: boolean): boolean {
  const rules = text.split(/\r?\n/).map(line => line.trim());
  const pattern = isOwn ? /^(?:\*\*\/|\/)?(?:\.env\*?|\*\.env)$/ : /^(?:\*\*\/)?(?:\.env\*?|\*\.env)$/;
  return rules.some(rule => pattern.test(rule));
}
