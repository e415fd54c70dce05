import { counted } from './counted.js';

/** What a scan counts. */
export interface Counts {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  /** Those of them that have a safe fix. */
  readonly safe: number;
  /** Files that are too large, or could not be read. */
  readonly leftOut: number;
  /** There are more files than a scan takes. */
  readonly more: boolean;
}

/** Translates a text with `{0}`-like places. */
export type Translate = (text: string, ...args: (string | number)[]) => string;

/** What a scan says at its end, in one or two sentences; `language` is that of what `t` gives. */
export function summaryOf(counts: Counts, cancelled: boolean, t: Translate, language: string): string {
  const { files, errors, warnings, notes, safe, leftOut, more } = counts;
  if (files + leftOut === 0 && !cancelled) return t('Loadlight: there is no Python file and no notebook here.');
  const looked = counted(t('{n, plural, one {# file looked at} other {# files looked at}}'), files, language);
  const found = [
    errors > 0 ? counted(t('{n, plural, one {# error} other {# errors}}'), errors, language) : '',
    warnings > 0 ? counted(t('{n, plural, one {# warning} other {# warnings}}'), warnings, language) : '',
    notes > 0 ? counted(t('{n, plural, one {# note} other {# notes}}'), notes, language) : ''
  ].filter(part => part !== '');
  const sentences = [
    cancelled ? t('Loadlight: stopped. {0}', looked) : t('Loadlight: {0}', looked),
    found.length === 0 ? t('nothing to worry about') : found.join(', '),
    safe === 0 ? '' : counted(t('{n, plural, one {# has a safe fix} other {# have a safe fix}}'), safe, language),
    leftOut === 0 ? '' : t('left out because too large or not readable: {0}', leftOut),
    more ? t('there are more files than one scan takes') : ''
  ];
  return `${sentences.filter(part => part !== '').join('; ')}.`;
}
