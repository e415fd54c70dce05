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

export const SAFE_FIX_WORDS: FixWords = {
  question(counts, t, language) {
    const detail = [
      t('Your code works the same afterwards. The files are saved, except where you have changes of your own.'),
      ...toReview(counts, t, language),
      ...otherFiles(counts, t, language)
    ];
    return { message: t('Fix {0} in {1}?', ...findingsInFiles(counts, t, language)), detail: detail.join('\n\n') };
  },
  outcome(counts, t, language) {
    const fixed =
      counts.files === 0
        ? t('Loadlight: nothing was changed.')
        : t('Loadlight: fixed {0} in {1}.', ...findingsInFiles(counts, t, language));
    return [fixed, ...toReview(counts, t, language), ...otherFiles(counts, t, language)].join(' ');
  },
  nothing(counts, t, language) {
    const none = t('Loadlight: there is no finding here with a safe fix.');
    return [none, ...toReview(counts, t, language), ...otherFiles(counts, t, language)].join(' ');
  }
};

function findingsInFiles({ findings, files }: FixCounts, t: Translate, language: string): [string, string] {
  return [
    counted(t('{n, plural, one {# finding} other {# findings}}'), findings, language),
    filesCounted(files, t, language)
  ];
}

export function filesCounted(files: number, t: Translate, language: string): string {
  return counted(t('{n, plural, one {# file} other {# files}}'), files, language);
}

function toReview({ leaves }: FixCounts, t: Translate, language: string): string[] {
  const template = t(
    '{n, plural, one {# has a fix that may change what the code does: review it.} other {# have a fix that may change what the code does: review them one by one.}}'
  );
  return said(leaves, template, language);
}

/** Sentences on files that are not saved or left as they are. */
export function otherFiles(counts: FixCounts, t: Translate, language: string): string[] {
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

export function said(n: number, template: string, language: string): string[] {
  return n === 0 ? [] : [counted(template, n, language)];
}
