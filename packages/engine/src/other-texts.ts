import type { Exposure, Secret } from '@loadlight/facts/fact';
import { partKey, type Part } from '@loadlight/facts/place';
import { TextLines } from '@loadlight/facts/text-lines';
import { mayHoldSecret } from '@loadlight/secrets/candidate';
import { LONGEST_TEXT } from '@loadlight/secrets/raw-secret';
import { exposureFacts } from '@loadlight/sharing/server-exposure';
import type { TextInput } from './document.js';
import type { SecretText } from './same-secrets.js';
import type { SecretScans } from './secret-scans.js';

/** Colours of terminals in streams and tracebacks, which may stand on both sides of a value. */
// eslint-disable-next-line no-control-regex -- the escape that begins a colour is one
const COLOUR = /\u001b\[[\d;]*m/g;
const QUOTE = /&(?:quot|#x27|#39|#34);/g;

/** A text that may hold a credential. */
interface SearchedText {
  readonly part: Part;
  readonly written: string;
  /** As long, with blanks for what is no text. */
  readonly searched: string;
}

/** A text that was gone through; `searched` where it may hold a credential. */
interface ReadText {
  readonly part: Part;
  readonly written: string;
  readonly searched: SearchedText | undefined;
}

/** What is no program in a document: outputs, cells of text, metadata, settings. Only credentials are looked for in it. */
export class OtherTexts {
  private texts: readonly SearchedText[] = [];
  /** What was put last, by its part: a text that is the same is not gone through again. */
  private read = new Map<string, ReadText>();
  private lines = new Map<string, TextLines>();

  constructor(private readonly secrets: SecretScans) {}

  put(inputs: readonly TextInput[]): void {
    const [before, lines] = [this.read, this.lines];
    this.lines = new Map();
    this.read = new Map();
    for (const { part, text } of inputs) {
      const key = partKey(part);
      const known = before.get(key);
      const isSame = known?.written === text;
      this.read.set(key, isSame ? known : readText(part, text));
      const own = isSame ? lines.get(key) : undefined;
      if (own) this.lines.set(key, own);
    }
    this.texts = [...this.read.values()].flatMap(({ searched }) => searched ?? []);
  }

  /** What is known now; what is still being looked for goes to `pending`. */
  facts(document: string, pending: Set<Promise<void>>): Secret[] {
    return this.texts.flatMap(text => {
      const facts = this.secrets.facts(text, text.searched, document, text.part);
      if (!(facts instanceof Promise)) return facts;
      pending.add(facts);
      return [];
    });
  }

  /** How many are so long that only their beginning was gone through. */
  get tooLong(): number {
    return [...this.read.values()].filter(({ written }) => written.length > LONGEST_TEXT).length;
  }

  /** How settings open a server. */
  exposures(document: string): Exposure[] {
    const file = this.read.get('file');
    return file ? exposureFacts(file.written, 'settings', document, { kind: 'file' }) : [];
  }

  /** What outputs hold, of those in which a credential may stand, and all cells of text and metadata. */
  besideCode(): SecretText[] {
    const outputs = this.texts.filter(({ part }) => part.kind === 'output').map(({ part }) => ({ part }));
    const prose = [...this.read.values()]
      .filter(({ part }) => part.kind === 'source' || part.kind === 'metadata')
      .map(({ part }) => ({ part, isProse: true as const }));
    return [...outputs, ...prose].flatMap(text => {
      const lines = this.linesOf(text.part);
      return lines ? [{ ...text, lines }] : [];
    });
  }

  linesOf(part: Part): TextLines | undefined {
    const key = partKey(part);
    const known = this.lines.get(key);
    if (known) return known;
    const text = this.read.get(key);
    if (!text) return undefined;
    const lines = new TextLines(text.written);
    this.lines.set(key, lines);
    return lines;
  }
}

function readText(part: Part, written: string): ReadText {
  const searched = blanked(written);
  return { part, written, searched: mayHoldSecret(searched) ? { part, written, searched } : undefined };
}

function blanked(text: string): string {
  const plain = text.includes('\u001b[') ? text.replace(COLOUR, colour => ' '.repeat(colour.length)) : text;
  return plain.includes('&') ? plain.replace(QUOTE, quote => `"${' '.repeat(quote.length - 1)}`) : plain;
}
