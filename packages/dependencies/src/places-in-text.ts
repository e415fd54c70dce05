import type { Range } from '@loadlight/facts/place';
import { TextLines } from '@loadlight/facts/text-lines';

const QUOTED = /"([^"\r\n]*)"|'([^'\r\n]*)'/g;

/** Where texts and keys stand in a file that was parsed without places: looked for in one pass, on the first question. */
export class PlacesInText {
  private readonly lines: TextLines;
  private quoted: Map<string, Range> | undefined;
  private keys: Map<string, Range> | undefined;

  constructor(text: string) {
    this.lines = new TextLines(text);
  }

  /** The first place of that text in quotes, quotes included; the file's start where it is written otherwise. */
  ofQuoted(text: string): Range {
    this.quoted ??= this.first(
      [...this.lines.text.matchAll(QUOTED)].map(match => [match[1] ?? match[2] ?? '', match.index, match[0].length])
    );
    return this.quoted.get(text) ?? this.lines.range(0, 0);
  }

  /** The first line on which that key of TOML is given a value; the file's start where there is none. */
  ofKey(key: string): Range {
    this.keys ??= this.first(this.keyLines());
    return this.keys.get(key) ?? this.lines.range(0, 0);
  }

  private keyLines(): [string, number, number][] {
    const found: [string, number, number][] = [];
    for (let number = 0; number < this.lines.count; number++) {
      const line = this.lines.line(number).trimEnd();
      const [, indent = '', key] = /^([ \t]*)["']?([\w.-]+)["']?[ \t]*=/.exec(line) ?? [];
      if (key === undefined) continue;
      found.push([key, this.lines.lineStart(number) + indent.length, line.length - indent.length]);
    }
    return found;
  }

  private first(found: readonly (readonly [string, number, number])[]): Map<string, Range> {
    const places = new Map<string, Range>();
    for (const [text, start, length] of found)
      if (!places.has(text)) places.set(text, this.lines.range(start, start + length));
    return places;
  }
}
