import type { Syntax } from './syntax.js';

/** What a string node is: the value where it is plain, else its known beginning and end. */
export interface StringShape {
  readonly value: string | undefined;
  readonly prefix: string;
  readonly suffix: string;
  readonly bytes: boolean;
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
  '\n': ''
};

/** Reads a `string` node of that text (Python reference, "String and Bytes literals"). */
export function readString(node: Syntax, text: string): StringShape {
  const opener = node.children.find(c => c.type === 'string_start');
  const flags = opener ? text.slice(opener.start, opener.end).toLowerCase() : '';
  const raw = flags.includes('r');
  const pieces: (string | undefined)[] = [];
  for (const part of node.children) {
    if (part.type === 'string_content') {
      const content = text.slice(part.start, part.end);
      const formatted = flags.includes('f') ? content.replace(/\{\{/g, '{').replace(/\}\}/g, '}') : content;
      pieces.push(raw ? formatted : unescape(formatted));
    } else if (part.type === 'interpolation') pieces.push(undefined);
  }
  const plain = pieces.every(p => p !== undefined);
  return {
    value: plain ? pieces.join('') : undefined,
    prefix: typeof pieces[0] === 'string' ? pieces[0] : '',
    suffix: pieces.at(-1) ?? '',
    bytes: flags.includes('b')
  };
}

/** What a part of a string that is not raw stands for, with its escapes read; those by the name of a character stay. */
export function unescape(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(
    /\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0-7]{1,3}|\r\n|[\s\S])/g,
    (all, code: string) => {
      if (/^[xuU]./.test(code)) {
        const point = parseInt(code.slice(1), 16);
        return point <= 0x10ffff ? String.fromCodePoint(point) : all;
      }
      if (/^[0-7]/.test(code)) return String.fromCharCode(parseInt(code, 8));
      return ESCAPES[code] ?? all;
    }
  );
}
