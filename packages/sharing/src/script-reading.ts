import type { ScriptAct } from '@loadlight/facts/fact';

/** What a script does, as far as its text tells. */
export interface ScriptReading {
  readonly does: readonly ScriptAct[];
  /** Where it brings something from, the least safe first; undefined where it names no address. */
  readonly address: string | undefined;
}

/** What the heavy part exports: reads the script's syntax and runs nothing. Undefined where the text is no JavaScript. */
export interface ScriptsPart {
  readScript(text: string): ScriptReading | undefined;
}

/** Longer scripts are libraries; in UTF-16 units. */
const LONGEST = 100_000;

/** It is so long that nobody looks at what it does. */
export function isTooLongToRead(script: string): boolean {
  return script.length > LONGEST;
}

/** Words without one of which a script does none of the things that are told. */
const TELLING =
  /kernel|execute|cookie|token|_xsrf|eval|Function|document\s*\.\s*write|createElement|import|require|getScript|fetch|XMLHttpRequest|load|http:|setTimeout/;

/** Whether it is worth fetching the part for this script. */
export function mayAct(script: string): boolean {
  return !isTooLongToRead(script) && TELLING.test(script);
}
