/**
 * Where the server gets a heavy part: an absolute address; or, workers only, the bytes themselves, or `loadlight/part` when it is first
 * needed.
 */
export type PartSource = { readonly url: string } | { readonly bytes: Uint8Array } | { readonly asked: true };

/** `initializationOptions` of the initialize request. Every field may be missing: then the Node entry helps itself. */
export interface InitializationOptions {
  /** Heavy parts by name: `web-tree-sitter.wasm`, `tree-sitter-python.wasm`, `secrets`, `scripts`. */
  readonly parts?: Readonly<Record<string, PartSource>>;
  /** The client answers `loadlight/fs.*`; otherwise the Node entry reads `file:` itself and a worker reads nothing. */
  readonly files?: { readonly ranges: boolean; readonly watch: boolean; readonly maxWhole: number };
  /** What the server says, by message id, in the language that `locale` of the request names; English where one is missing. */
  readonly messages?: Readonly<Record<string, string>>;
  /** The client carries out the command `SET_CELL_IGNORES`, which no edit of LSP can do. */
  readonly cellMetadata?: boolean;
  /** The client applies edits of `.env` and `.gitignore` beside those of open texts, makes the files, and saves them. */
  readonly keepsVariables?: boolean;
  /** The client carries out the command `CLEAR_OUTPUTS`. */
  readonly clearsOutputs?: boolean;
  /** The client carries out the command `TAKE_OUT_EVERYWHERE`. */
  readonly takesOut?: boolean;
  /** The client asks its user for what a fix needs to know, and resolves code actions. */
  readonly asks?: boolean;
  /** Address of a rule's page with `{rule}` in it, where the client shows pages itself. */
  readonly rulePages?: string;
}

/** Rule pages on the web; `{rule}` stands for the id. The one place that knows. */
export const RULE_PAGES = 'https://loadlight.example.org/rules/{rule}';
