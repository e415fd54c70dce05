import type { Asked } from './asked.js';
import type { Message } from './message.js';
import type { Part, Place, Range } from './place.js';

/** A value to be written into code; the front-end of the language spells it. */
export type NewValue =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  /** A text that ends in what the user is asked for; `before` is what stands before that. See `withAnswer`. */
  | { readonly kind: 'asked'; readonly what: Asked; readonly before: string }
  /** The SHA-256 of the file at that path, as the program names it, once the fix is made. See `withChecksum`. */
  | { readonly kind: 'checksum'; readonly file: string };

/**
 * Where a program gets a credential from instead: the environment, a prompt, Colab's secrets, the token that the Hugging Face
 * hub's library keeps (`get_token`, or `HfFolder` before 0.20).
 */
export type LookUp = 'environment' | 'prompt' | 'colab' | 'hub-token' | 'hub-folder';

/** What a fix wants done. Rules say it without characters; the front-end that made the fact turns it into edits. */
export type Intent =
  /** Gives the argument that value, wherever the argument stands: in the call, or in the dict that `**` unpacks. */
  | { readonly kind: 'setArgument'; readonly call: Place; readonly name: string; readonly value: NewValue }
  | { readonly kind: 'removeArgument'; readonly call: Place; readonly name: string }
  /** Gives that item of a dictionary another value, or takes it out where `value` is missing. */
  | { readonly kind: 'changeItem'; readonly place: Place; readonly name: string; readonly value?: NewValue }
  /**
   * Rewrites the call by a recipe of the front-end: `allow-list-unpickler`, `safe-yaml-load`. `options` are what the rule
   * knows and the recipe needs (a hash, names); they are spelled by the recipe. `value` is what only shows when the fix is made.
   */
  | {
      readonly kind: 'rewriteCall';
      readonly call: Place;
      readonly recipe: string;
      readonly options?: Readonly<Record<string, string>>;
      readonly value?: NewValue;
    }
  /** Takes out the call or assignment at that place, which is a statement of its own. */
  | { readonly kind: 'removeStatement'; readonly place: Place }
  /** Puts another text between the quotes of the string literal that holds `place`. */
  | { readonly kind: 'replaceLiteral'; readonly place: Place; readonly value: NewValue }
  /** Looks the credential at that place, and at the other places where it stands, up under that name. */
  | {
      readonly kind: 'readSecret';
      readonly place: Place;
      readonly others: readonly Place[];
      readonly by: LookUp;
      readonly variable: string;
    }
  /** Puts a mark that names the variable in the place of a credential in texts that are no program. */
  | { readonly kind: 'redact'; readonly places: readonly Place[]; readonly variable: string }
  /** Writes the suppression comment for that rule at that place's line. */
  | { readonly kind: 'addSuppression'; readonly place: Place; readonly rule: string; readonly reason: string }
  /** Writes the suppression comment as a line of its own at that place, where it speaks of the whole file or cell. */
  | { readonly kind: 'suppressPart'; readonly place: Place; readonly rule: string; readonly reason: string }
  /** Adds the rule to `loadlight.ignore` in the metadata of the cell that the place is in. */
  | { readonly kind: 'suppressCell'; readonly place: Place; readonly rule: string; readonly reason: string }
  /** Takes the rule out of `loadlight.ignore` in the metadata of the cell that the place is in. */
  | { readonly kind: 'unsuppressCell'; readonly place: Place; readonly rule: string }
  /** Takes one rule out of the suppression comment, or the comment when `rule` is null or the only one. */
  | { readonly kind: 'removeSuppression'; readonly place: Place; readonly rule: string | null }
  /** Writes the credential at that place into `.env` under that name, and keeps `.env` out of git. `required`: see `loadVariables`. */
  | { readonly kind: 'keepVariable'; readonly place: Place; readonly variable: string; readonly required: boolean }
  /**
   * Has python-dotenv load `.env` before the first of these places. `required`: the program's packages hold it, else only a program
   * that imports it takes this.
   */
  | { readonly kind: 'loadVariables'; readonly places: readonly Place[]; readonly required: boolean }
  /** Takes away the stored outputs that these places are in. */
  | { readonly kind: 'clearOutputs'; readonly places: readonly Place[] }
  /** Ignores the rule in the configuration that counts for the document. */
  | { readonly kind: 'turnOff'; readonly rule: string }
  /** Excludes the document in the configuration that counts for it. */
  | { readonly kind: 'exclude' };

/** An intent that the configuration is changed by. */
export type ConfiguringIntent = Extract<Intent, { readonly kind: 'turnOff' | 'exclude' }>;

/** An intent that a cell's metadata is changed by. */
export type MetadataIntent = Extract<Intent, { readonly kind: 'suppressCell' | 'unsuppressCell' }>;

/** What a comment that ignores says as its reason until somebody says a better one. */
export const REASON = 'say why';

/** `safe` keeps behaviour on benign input and alone joins fix-all; `review` may change it, and its title says how. */
export type FixKind = 'safe' | 'review';

export interface Fix {
  readonly title: Message;
  readonly kind: FixKind;
  readonly intents: readonly Intent[];
}

/** One replacement of text in one part; ranges count in the text as it was before any edit of the same fix. */
export interface Edit {
  readonly document: string;
  readonly part: Part;
  readonly range: Range;
  readonly newText: string;
  /** There is no such document yet: it is made, and `newText` is all of it. */
  readonly creates?: true;
}

/** The document that the fix edits, which may be another one than that of the finding; undefined where it edits none. */
export function editedBy({ intents }: Fix): string | undefined {
  for (const intent of intents) {
    const document = documentOf(intent);
    if (document !== undefined) return document;
  }
  return undefined;
}

/** The document that the intent is about; undefined for one without a place. */
export function documentOf(intent: Intent): string | undefined {
  if ('call' in intent) return intent.call.document;
  return 'place' in intent ? intent.place.document : undefined;
}

/** The fix writes a value into `.env`, beside its edits of the code. */
export function keepsVariable({ intents }: Fix): boolean {
  return intents.some(({ kind }) => kind === 'keepVariable');
}

/** The fix sees to it that the program reads `.env`. */
export function loadsVariables({ intents }: Fix): boolean {
  return intents.some(({ kind }) => kind === 'loadVariables');
}

/** Where a fix that only ignores writes that. */
export type IgnoresIn = 'comment' | 'metadata' | 'configuration';

/** Where the fix ignores, if that is all it does: it is offered last and never applied in bulk. Else undefined. */
export function ignoresIn(fix: Fix): IgnoresIn | undefined {
  if (configuringIntent(fix)) return 'configuration';
  if (fix.intents.some(({ kind }) => kind === 'suppressCell')) return 'metadata';
  return fix.intents.some(({ kind }) => kind === 'addSuppression' || kind === 'suppressPart') ? 'comment' : undefined;
}

/** The fix only ignores: it is offered last and never applied in bulk. */
export function suppresses(fix: Fix): boolean {
  return ignoresIn(fix) !== undefined;
}

/** The fix with that reason in the comment or metadata that it writes; empty: none is written. */
export function withReason(fix: Fix, reason: string): Fix {
  const said = oneLine(reason);
  return { ...fix, intents: fix.intents.map(intent => ('reason' in intent ? { ...intent, reason: said } : intent)) };
}

/** Longer reasons are cut; in code points. */
const LONGEST_REASON = 200;

/** What somebody typed, as a comment of one line can hold it. */
function oneLine(text: string): string {
  // What ends a line for some reader, and what turns the direction of the code behind it.
  const plain = text.replace(/[\s\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
  return Array.from(plain).slice(0, LONGEST_REASON).join('').trim();
}

/** What the fix changes in a cell's metadata; undefined where it does not. */
export function metadataIntent({ intents }: Fix): MetadataIntent | undefined {
  return intents.find(
    (intent): intent is MetadataIntent => intent.kind === 'suppressCell' || intent.kind === 'unsuppressCell'
  );
}

/** What the fix changes in the configuration, which may be a file that is not open or does not exist; else undefined. */
export function configuringIntent({ intents }: Fix): ConfiguringIntent | undefined {
  return intents.find((intent): intent is ConfiguringIntent => intent.kind === 'turnOff' || intent.kind === 'exclude');
}
