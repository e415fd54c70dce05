/** What a scan counts. */
export interface Counts {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  /** Files that are too large, or could not be read. */
  readonly leftOut: number;
  /** There are more files than a scan takes. */
  readonly more: boolean;
}

/** Translates a text with `{0}`-like places. */
export type Translate = (text: string, ...args: (string | number)[]) => string;

/** What a scan says at its end, in one or two sentences. */
export function summaryOf(counts: Counts, cancelled: boolean, t: Translate): string {
  const { files, errors, warnings, notes, leftOut, more } = counts;
  if (files + leftOut === 0 && !cancelled) return t('Loadlight: there is no Python file and no notebook here.');
  const looked = files === 1 ? t('1 file looked at') : t('{0} files looked at', files);
  const found = [
    count(errors, t('1 error'), t('{0} errors', errors)),
    count(warnings, t('1 warning'), t('{0} warnings', warnings)),
    count(notes, t('1 note'), t('{0} notes', notes))
  ].filter(part => part !== '');
  const sentences = [
    cancelled ? t('Loadlight: stopped. {0}', looked) : t('Loadlight: {0}', looked),
    found.length === 0 ? t('nothing to worry about') : found.join(', '),
    leftOut === 0 ? '' : t('left out because too large or not readable: {0}', leftOut),
    more ? t('there are more files than one scan takes') : ''
  ];
  return `${sentences.filter(part => part !== '').join('; ')}.`;
}

function count(number: number, one: string, many: string): string {
  return number === 0 ? '' : number === 1 ? one : many;
}
