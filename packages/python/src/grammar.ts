import { withoutLongComments } from './comment-runs.js';
import { Vocabulary } from './modules/telling-names.js';
import { ParsedTexts } from './parsed-texts.js';
import { Language, Parser, type Tree } from 'web-tree-sitter';

/** The longest text that is parsed, in UTF-16 units; longer ones are refused with a note. */
const MAX_TEXT = 4_000_000;

/**
 * Parses are given up after so many hundred operations of the parser: counted, so that the same text is read on every
 * machine. Code takes 15 to 60 for a thousand units of text.
 */
const MAX_STEPS = 200_000;

/** The Python grammar, ready to parse. One per host; parsing is synchronous. */
export class PythonGrammar {
  /** What was parsed last, for whoever has the same text. */
  readonly parsed = new ParsedTexts();

  /** Trees of texts whose comments were left out in part: to go on from them, one would have to know where. */
  private readonly thinned = new WeakSet<Tree>();
  /** The words of the modules that were read. */
  readonly vocabulary = new Vocabulary();

  /** So much text was parsed, in UTF-16 units. */
  parsedLength = 0;

  private constructor(private readonly parser: Parser) {}

  /** Takes the two wasm files as bytes; rejects where they do not load. */
  static async load(runtime: Uint8Array, python: Uint8Array): Promise<PythonGrammar> {
    await Parser.init({ wasmBinary: runtime });
    const parser = new Parser();
    parser.setLanguage(await Language.load(python));
    return new PythonGrammar(parser);
  }

  isTooLong(text: string): boolean {
    return text.length > MAX_TEXT;
  }

  /**
   * The tree of the text, or undefined where it is too long or takes too many steps; of a long run of comments it has only
   * those that speak to us. The caller frees it with `delete()`.
   */
  parse(text: string, old?: Tree): Tree | undefined {
    const code = this.isTooLong(text) ? undefined : withoutLongComments(text);
    if (code === undefined) return undefined;
    let steps = 0;
    this.parsedLength += text.length;
    const isThin = code !== text;
    const start = isThin || !old || this.thinned.has(old) ? null : old;
    const tree = this.parser.parse(code, start, { progressCallback: () => ++steps > MAX_STEPS });
    if (!tree) this.parser.reset();
    else if (isThin) this.thinned.add(tree);
    return tree ?? undefined;
  }

  dispose(): void {
    this.parser.delete();
  }
}
