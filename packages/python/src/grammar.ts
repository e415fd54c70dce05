import { Language, Parser, type Tree } from 'web-tree-sitter';

/** The longest text that is parsed, in UTF-16 units; longer ones are refused with a note. */
const MAX_TEXT = 4_000_000;

/** Parses may take this long, in milliseconds, before they are given up. */
const MAX_PARSE_MS = 4_000;

/** The Python grammar, ready to parse. One per host; parsing is synchronous. */
export class PythonGrammar {
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

  /** The tree of the text, or undefined where it is too long or takes too long. The caller frees it with `delete()`. */
  parse(text: string, old?: Tree): Tree | undefined {
    if (this.isTooLong(text)) return undefined;
    const end = Date.now() + MAX_PARSE_MS;
    const tree = this.parser.parse(text, old ?? null, { progressCallback: () => Date.now() > end });
    if (!tree) this.parser.reset();
    return tree ?? undefined;
  }

  dispose(): void {
    this.parser.delete();
  }
}
