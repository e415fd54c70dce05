import { counted } from './counted.js';
import type { Translate } from './scan-summary.js';

/** What is said of a fix of many files, counted in findings, or places, and files. */
export interface FixCounts {
  readonly findings: number;
  readonly files: number;
  /** What is left to the user: findings whose fixes may change what the code does, or files that cannot be changed. */
  readonly leaves: number;
  /** Files that are left as they are: they changed meanwhile, are read-only, or too large or not readable. */
  readonly moved: number;
  readonly readOnly: number;
  readonly leftOut: number;
  /** There are more files than are looked at. */
  readonly more: boolean;
  /** Files that are changed and stay open, not saved; and those that could not be saved. */
  readonly open: number;
  readonly failed: number;
}

/** What is asked and said around a fix of many files; `language` is that of what `t` gives. */
export interface FixWords {
  /** Before anything is changed. */
  question(counts: FixCounts, t: Translate, language: string): { readonly message: string; readonly detail: string };
  /** At the end. */
  outcome(counts: FixCounts, t: Translate, language: string): string;
  /** Where there is nothing to fix. */
  nothing(counts: FixCounts, t: Translate, language: string): string;
}

/** What is particular to one kind of fix; `what` and `files` are counted already. */
export interface FixTexts {
  /** What the findings of the counts are: `{n, plural, …}`. */
  readonly counted: string;
  question(what: string, files: string): string;
  /** What is promised before it is done. */
  readonly promise: string;
  done(what: string, files: string): string;
  readonly nothing: string;
  /** What is left to the user: `{n, plural, …}`. */
  readonly left: string;
}

/** The words of a kind of fix. */
export function fixWords(textsOf: (t: Translate) => FixTexts): FixWords {
  const rest = (counts: FixCounts, t: Translate, language: string): string[] => [
    ...said(counts.leaves, textsOf(t).left, language),
    ...otherFiles(counts, t, language)
  ];
  const sizes = ({ findings, files }: FixCounts, t: Translate, language: string): [what: string, files: string] => [
    counted(textsOf(t).counted, findings, language),
    counted(t('{n, plural, one {# file} other {# files}}'), files, language)
  ];
  return {
    question(counts, t, language) {
      const detail = [textsOf(t).promise, ...rest(counts, t, language)].join('\n\n');
      return { message: textsOf(t).question(...sizes(counts, t, language)), detail };
    },
    outcome(counts, t, language) {
      const done =
        counts.files === 0 ? t('Loadlight: nothing was changed.') : textsOf(t).done(...sizes(counts, t, language));
      return [done, ...rest(counts, t, language)].join(' ');
    },
    nothing: (counts, t, language) => [textsOf(t).nothing, ...rest(counts, t, language)].join(' ')
  };
}

export const SAFE_FIX_WORDS: FixWords = fixWords(t => ({
  counted: t('{n, plural, one {# finding} other {# findings}}'),
  question: (what, files) => t('Fix {0} in {1}?', what, files),
  promise: t('Your code works the same afterwards. The files are saved, except where you have changes of your own.'),
  done: (what, files) => t('Loadlight: fixed {0} in {1}.', what, files),
  nothing: t('Loadlight: there is no finding here with a safe fix.'),
  left: t(
    '{n, plural, one {# has a fix that may change what the code does: review it.} other {# have a fix that may change what the code does: review them one by one.}}'
  )
}));

/** Sentences on files that are not saved or left as they are. */
function otherFiles(counts: FixCounts, t: Translate, language: string): string[] {
  const { moved, readOnly, leftOut, more, open, failed } = counts;
  return [
    ...said(
      open,
      t('{n, plural, one {# file is open and not saved.} other {# files are open and not saved.}}'),
      language
    ),
    ...said(failed, t('{n, plural, one {# file could not be saved.} other {# files could not be saved.}}'), language),
    ...said(
      moved,
      t('{n, plural, one {# file was left: it changed meanwhile.} other {# files were left: they changed meanwhile.}}'),
      language
    ),
    ...said(
      readOnly,
      t('{n, plural, one {# file was left: it is read-only.} other {# files were left: they are read-only.}}'),
      language
    ),
    ...said(
      leftOut,
      t(
        '{n, plural, one {# file was left: it is too large or not readable.} other {# files were left: they are too large or not readable.}}'
      ),
      language
    ),
    ...(more ? [t('There are more files than are looked at in one go.')] : [])
  ];
}

function said(n: number, template: string, language: string): string[] {
  return n === 0 ? [] : [counted(template, n, language)];
}
