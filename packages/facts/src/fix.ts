import type { Message } from './message.js';
import type { Part, Place, Range } from './place.js';

/** A value to be written into code; the front-end of the language spells it. */
export type NewValue =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  /** The environment variable of that name. */
  | { readonly kind: 'environment'; readonly variable: string };

/** What a fix wants done. Rules say it without characters; the front-end that made the fact turns it into edits. */
export type Intent =
  /** Gives the argument that value, wherever the argument stands: in the call, or in the dict that `**` unpacks. */
  | { readonly kind: 'setArgument'; readonly call: Place; readonly name: string; readonly value: NewValue }
  | { readonly kind: 'removeArgument'; readonly call: Place; readonly name: string }
  /** Rewrites the call by a recipe of the front-end's: `allow-list-unpickler`. */
  | { readonly kind: 'rewriteCall'; readonly call: Place; readonly recipe: string }
  /** Puts code in the place of the string literal that holds `place`. */
  | { readonly kind: 'replaceLiteral'; readonly place: Place; readonly value: NewValue }
  /** Writes the suppression comment for that rule at that place's line. */
  | { readonly kind: 'addSuppression'; readonly place: Place; readonly rule: string; readonly reason: string }
  /** Writes the suppression comment as a line of its own at that place, where it speaks of the whole file or cell. */
  | { readonly kind: 'suppressPart'; readonly place: Place; readonly rule: string; readonly reason: string }
  /** Takes one rule out of the suppression comment, or the comment when `rule` is null or the only one. */
  | { readonly kind: 'removeSuppression'; readonly place: Place; readonly rule: string | null }
  /** Ignores the rule in the configuration that counts for the document. */
  | { readonly kind: 'turnOff'; readonly rule: string }
  /** Excludes the document in the configuration that counts for it. */
  | { readonly kind: 'exclude' };

/** An intent that the configuration is changed by. */
export type ConfiguringIntent = Extract<Intent, { readonly kind: 'turnOff' | 'exclude' }>;

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

/** The fix only ignores: it is offered last and never applied in bulk. */
export function suppresses(fix: Fix): boolean {
  return writesSuppression(fix) || configuringIntent(fix) !== undefined;
}

/** The fix ignores by a comment, whose reason is `REASON`. */
export function writesSuppression({ intents }: Fix): boolean {
  return intents.some(({ kind }) => kind === 'addSuppression' || kind === 'suppressPart');
}

/** What the fix changes in the configuration, which may be a file that is not open or does not exist; else undefined. */
export function configuringIntent({ intents }: Fix): ConfiguringIntent | undefined {
  return intents.find((intent): intent is ConfiguringIntent => intent.kind === 'turnOff' || intent.kind === 'exclude');
}
