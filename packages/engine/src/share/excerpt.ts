import type { Fact } from '@loadlight/facts/fact';
import { maskedAddress } from '@loadlight/facts/masked-address';
import { partKey, type Place } from '@loadlight/facts/place';
import { shownOfSecret } from '@loadlight/facts/shown-of-secret';
import type { TextLines } from '@loadlight/facts/text-lines';

/** UTF-16 units shown on each side of the place, and of it. */
const AROUND = 30;
const MOST = 80;
/** Shorter texts stand in words too. */
const SHORTEST = 4;

/** Colours of terminals, and what else is no character to read. */
const UNSEEN = /\u001b\[[\d;]*[A-Za-z]|[\p{Cc}\p{Cf}\u2028\u2029\ud800-\udfff]/gu; // eslint-disable-line no-control-regex -- control characters are what it is about

interface Hidden {
  readonly kind: 'secret' | 'personal-text';
  readonly place: Place;
}

/** What stands at a place, with a little of its line; nothing where the place is only a beginning. */
export class Excerpts {
  private readonly hidden = new Map<string, Hidden[]>();
  private readonly values: readonly string[];

  /** `facts` and `secrets` are all of the document, so that nothing that they hide is shown beside something else. */
  constructor(
    facts: readonly Fact[],
    secrets: readonly Place[],
    private readonly linesOf: (part: Place['part']) => TextLines | undefined
  ) {
    for (const place of secrets) this.hide({ kind: 'secret', place });
    this.values = [...new Set(secrets.flatMap(place => this.linesAt(place)))].filter(({ length }) => length > SHORTEST);
    for (const { kind, place } of facts) if (kind === 'personal-text') this.hide({ kind, place });
  }

  private linesAt({ part, range }: Place): string[] {
    const lines = this.linesOf(part);
    return lines?.text.slice(lines.offset(range.start), lines.offset(range.end)).split(/[\r\n]+/) ?? [];
  }

  private hide(one: Hidden): void {
    const key = partKey(one.place.part);
    const known = this.hidden.get(key);
    if (known) known.push(one);
    else this.hidden.set(key, [one]);
  }

  at({ part, range }: Place): string {
    const lines = this.linesOf(part);
    if (!lines) return '';
    const start = lines.offset(range.start);
    const end = lines.offset(range.end);
    if (start === end) return '';
    const from = Math.max(lines.lineStart(range.start.line), start - AROUND);
    const to = Math.min(lines.lineEnd(range.end.line), Math.min(end, start + MOST) + AROUND);
    const shown = this.masked(part, lines, from, to).replace(UNSEEN, '').replace(/\s+/g, ' ').trim();
    const after = to < lines.lineEnd(range.end.line) ? '…' : '';
    return maskedAddress(`${from > lines.lineStart(range.start.line) ? '…' : ''}${shown}${after}`);
  }

  /** Where the same values stand once more, as in a path, where nothing tells of them. */
  private secretsIn(text: string, from: number, to: number): { kind: 'secret'; start: number; end: number }[] {
    return this.values.flatMap(value => {
      const around = Math.max(0, from - value.length);
      const looked = text.slice(around, to + value.length);
      const ranges: { kind: 'secret'; start: number; end: number }[] = [];
      for (let at = looked.indexOf(value); at >= 0; at = looked.indexOf(value, at + value.length))
        ranges.push({ kind: 'secret', start: around + at, end: around + at + value.length });
      return ranges;
    });
  }

  private masked(part: Place['part'], lines: TextLines, from: number, to: number): string {
    const found = (this.hidden.get(partKey(part)) ?? []).map(({ kind, place: { range } }) => ({
      kind,
      start: lines.offset(range.start),
      end: lines.offset(range.end)
    }));
    const ranges = [...found, ...this.secretsIn(lines.text, from, to)]
      .filter(({ start, end }) => start < to && end > from)
      .sort((a, b) => a.start - b.start);
    let shown = '';
    let done = from;
    for (const { kind, start, end } of ranges) {
      if (end <= done) continue;
      shown += lines.text.slice(done, Math.max(start, done));
      // Only the beginning of what is hidden tells something; of what begins further left nothing does.
      shown += start >= done ? `${shownPrefix(kind, lines.text.slice(start, end))}…` : '…';
      done = end;
    }
    return shown + lines.text.slice(done, Math.max(done, to));
  }
}

/** `/home/` of a home folder, the first characters of a secret. */
function shownPrefix(kind: Hidden['kind'], text: string): string {
  const folder = /^(?:\/mnt\/\w)?(?:\/(?:home|Users)\/|\w:[\\/]+(?:Users|Documents and Settings)[\\/]+)/.exec(
    text
  )?.[0];
  return folder ?? (kind === 'secret' ? text.slice(0, shownOfSecret(text.length)) : '');
}
