import { deepEqual, equal } from 'node:assert/strict';
import type { Edit } from '@loadlight/facts/fix';
import { TextLines } from '@loadlight/facts/text-lines';
import { EnvironmentFiles } from './environment-file.js';
import { MemoryFiles } from './testing/memory-files.js';

const FOLDER = 'file:///project';
const DOCUMENT = `${FOLDER}/work/a.ipynb`;

/** What becomes of the files, by their path in the folder; undefined where nothing is offered. */
async function kept(
  files: Readonly<Record<string, string>>,
  value = 'abc-123'
): Promise<Record<string, string> | undefined> {
  const memory = new MemoryFiles();
  memory.set(DOCUMENT, '');
  for (const [path, text] of Object.entries(files)) memory.set(`${FOLDER}/${path}`, text);
  const environment = new EnvironmentFiles(memory);
  environment.setRoots([FOLDER]);
  let edits = environment.edits(DOCUMENT, 'KEY', value);
  while (edits instanceof Promise) {
    await edits;
    edits = environment.edits(DOCUMENT, 'KEY', value);
  }
  return edits && Object.fromEntries(edits.map(edit => changed(edit, files)));
}

function changed(
  { document, range, newText, creates }: Edit,
  files: Readonly<Record<string, string>>
): [string, string] {
  const path = document.slice(FOLDER.length + 1);
  equal(creates ?? false, files[path] === undefined);
  const lines = new TextLines(files[path] ?? '');
  return [path, lines.text.slice(0, lines.offset(range.start)) + newText + lines.text.slice(lines.offset(range.end))];
}

describe('a variable that is kept in .env', () => {
  it('makes the file beside the document', async () => {
    deepEqual(await kept({}), { 'work/.env': 'KEY=abc-123\n' });
  });

  it('goes to the end of the nearest file', async () => {
    deepEqual(await kept({ '.env': 'A=1' }), { '.env': 'A=1\nKEY=abc-123\n' });
    deepEqual(await kept({ '.env': 'A=1\r\n', 'work/.env': 'B=2\r\n' }), { 'work/.env': 'B=2\r\nKEY=abc-123\r\n' });
  });

  it('is quoted where a reader would take it apart, and not written where readers differ', async () => {
    deepEqual(await kept({}, 'a b#c$d"'), { 'work/.env': `KEY='a b#c$d"'\n` });
    deepEqual(await kept({}, 'a\\b#'), { 'work/.env': `KEY='a\\b#'\n` });
    deepEqual(await kept({}, 'a\nb'), { 'work/.env': `KEY='a\nb'\n` });
    deepEqual(await kept({}, `it's`), { 'work/.env': `KEY="it's"\n` });
    equal(await kept({}, 'a${b}'), undefined);
    equal(await kept({}, 'a\r\nb'), undefined);
  });

  it('is escaped as python-dotenv reads it where nothing else does, and read so again', async () => {
    for (const [value, written] of [
      [`it's "9"`, `'it\\'s "9"'`],
      ['a\\\\b', `'a\\\\\\\\b'`],
      ['a\\', `'a\\\\'`],
      [`a$'b`, `'a$\\'b'`]
    ] as const) {
      deepEqual(await kept({}, value), { 'work/.env': `KEY=${written}\n` });
      deepEqual(await kept({ '.env': `KEY=${written}\n` }, value), {});
      equal(await kept({ '.env': `KEY=${written}\n` }, 'another'), undefined);
    }
  });

  it('goes to the end of the text that is open, and of what is read anew', async () => {
    const memory = new MemoryFiles();
    memory.set(DOCUMENT, '');
    let open: string | undefined = 'A=1\n';
    const environment = new EnvironmentFiles(memory, uri => (uri === `${FOLDER}/work/.env` ? open : undefined));
    environment.setRoots([FOLDER]);
    const place = async (): Promise<unknown> => {
      await environment.refresh(DOCUMENT);
      const edits = environment.edits(DOCUMENT, 'KEY', 'abc');
      return Array.isArray(edits) && edits.map(({ range, creates }: Edit) => [range.start.line, creates ?? false]);
    };
    deepEqual(await place(), [[1, false]]);
    open = undefined;
    deepEqual(await place(), [[0, true]]);
    memory.set(`${FOLDER}/work/.env`, 'A=1\nB=2\n');
    deepEqual(await place(), [[2, false]]);
  });

  it('is never written over another value, and not twice', async () => {
    equal(await kept({ '.env': 'KEY=other\n' }), undefined);
    deepEqual(await kept({ '.env': 'export KEY = "abc-123"\n' }), {});
  });

  it('is kept out of git where there is git', async () => {
    deepEqual(await kept({ '.git/config': '' }), { 'work/.env': 'KEY=abc-123\n', '.gitignore': '.env\n' });
    deepEqual(await kept({ '.gitignore': 'dist/' }), { 'work/.env': 'KEY=abc-123\n', '.gitignore': 'dist/\n.env\n' });
    for (const rule of ['.env', '**/.env', '.env*', '*.env'])
      deepEqual(Object.keys((await kept({ '.gitignore': `${rule}\n` })) ?? {}), ['work/.env'], rule);
    deepEqual(Object.keys((await kept({ '.gitignore': '/.env\n' })) ?? {}), ['work/.env', '.gitignore']);
  });
});
