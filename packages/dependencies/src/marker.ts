import { releaseOf } from '@loadlight/facts/version';
import type { VersionRange } from '@loadlight/facts/version-range';
import { isAtLeast } from '@loadlight/facts/version-range';

/** What is certain about where a program runs. */
export interface Known {
  /** The Pythons that it may run with; a file's `requires-python`. */
  readonly python: VersionRange;
}

/** Nothing that Loadlight reads runs on Python 2. */
export const PYTHON_3: Known = { python: { min: { version: '3', inclusive: true }, written: '', evidence: undefined } };

type Answer = 'yes' | 'no' | 'unknown';

const TOKEN = /\s*(?:(<=|>=|==|!=|~=|===|<|>|\(|\))|(["'])(.*?)\2|([A-Za-z_.]+))/y;
const LONGEST = 2000;
const DEEPEST = 20;

/**
 * Whether an environment marker (PEP 508) holds wherever the program may run. Only Python's version is ever certain: the
 * answer must not depend on the machine that asks, so platforms are not. What cannot be read is unknown.
 */
export function markerHolds(marker: string, known: Known): Answer {
  const tokens = marker.length > LONGEST ? undefined : tokenise(marker);
  if (!tokens) return 'unknown';
  const reader = new MarkerReader(tokens, known);
  const answer = reader.either(0);
  return reader.ended ? answer : 'unknown';
}

interface Token {
  readonly kind: 'operator' | 'text' | 'word';
  readonly text: string;
}

function tokenise(marker: string): Token[] | undefined {
  const tokens: Token[] = [];
  const text = marker.trim();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text);
    if (!match) return undefined;
    const [, operator, , literal, word] = match;
    if (operator !== undefined) tokens.push({ kind: 'operator', text: operator });
    else if (literal !== undefined) tokens.push({ kind: 'text', text: literal });
    else tokens.push({ kind: 'word', text: word ?? '' });
  }
  return tokens;
}

class MarkerReader {
  private at = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly known: Known
  ) {}

  get ended(): boolean {
    return this.at === this.tokens.length;
  }

  either(depth: number): Answer {
    let answer = this.both(depth);
    while (this.takes('or')) {
      const right = this.both(depth);
      answer = answer === 'yes' || right === 'yes' ? 'yes' : answer === 'no' ? right : answer;
    }
    return answer;
  }

  private both(depth: number): Answer {
    let answer = this.one(depth);
    while (this.takes('and')) {
      const right = this.one(depth);
      answer = answer === 'no' || right === 'no' ? 'no' : answer === 'yes' ? right : answer;
    }
    return answer;
  }

  private one(depth: number): Answer {
    if (depth < DEEPEST && this.takes('(')) {
      const answer = this.either(depth + 1);
      return this.takes(')') ? answer : 'unknown';
    }
    const left = this.tokens[this.at++];
    const negated = this.takes('not');
    const operator = this.tokens[this.at++]?.text ?? '';
    const right = this.tokens[this.at++];
    if (!left || !right || negated) return 'unknown';
    if (left.kind === 'word' && right.kind === 'text') return this.compare(left.text, operator, right.text);
    if (left.kind === 'text' && right.kind === 'word')
      return this.compare(right.text, MIRRORED[operator] ?? operator, left.text);
    return 'unknown';
  }

  private takes(text: string): boolean {
    const token = this.tokens[this.at];
    if (token?.text !== text || token.kind === 'text') return false;
    this.at++;
    return true;
  }

  private compare(variable: string, operator: string, version: string): Answer {
    const full = variable === 'python_full_version';
    if ((!full && variable !== 'python_version') || !releaseOf(version)) return 'unknown';
    const { python } = this.known;
    // `python_version` is two numbers, so what is newer than 3.9 is 3.10 or newer.
    const after = full ? undefined : nextMinor(version);
    switch (operator) {
      case '>=':
        return isAtLeast(python, version);
      case '<':
        return not(isAtLeast(python, version));
      case '>':
        return after === undefined ? 'unknown' : isAtLeast(python, after);
      case '<=':
        return after === undefined ? 'unknown' : not(isAtLeast(python, after));
      case '==':
        return isAtLeast(python, version) === 'no' || (after !== undefined && isAtLeast(python, after) === 'yes')
          ? 'no'
          : 'unknown';
      default:
        return 'unknown';
    }
  }
}

const MIRRORED: Readonly<Record<string, string>> = { '<': '>', '>': '<', '<=': '>=', '>=': '<=' };

function not(answer: Answer): Answer {
  return answer === 'unknown' ? answer : answer === 'yes' ? 'no' : 'yes';
}

function nextMinor(version: string): string | undefined {
  const [major, minor = 0] = releaseOf(version) ?? [];
  return major === undefined ? undefined : `${major}.${minor + 1}`;
}
