import { counted } from './counted.js';
import type { Translate } from './scan-summary.js';

/** What is said of a fix of many files, counted in findings and files. */
export interface FixCounts {
  readonly findings: number;
  readonly files: number;
  /** Findings whose fixes may change what the code does. */
  readonly toReview: number;
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

/** What the user is asked before anything is changed; `language` is that of what `t` gives. */
export function fixQuestion(counts: FixCounts, t: Translate, language: string): { message: string; detail: string } {
  const detail = [
    t('Your code works the same afterwards. The files are saved, except where you have changes of your own.'),
    ...others(counts, t, language)
  ];
  return { message: t('Fix {0} in {1}?', ...findingsInFiles(counts, t, language)), detail: detail.join('\n\n') };
}

/** What is said at the end. */
export function fixOutcome(counts: FixCounts, t: Translate, language: string): string {
  const sentences = [
    counts.files === 0
      ? t('Loadlight: nothing was changed.')
      : t('Loadlight: fixed {0} in {1}.', ...findingsInFiles(counts, t, language)),
    ...others(counts, t, language)
  ];
  return sentences.join(' ');
}

/** What is said where there is nothing to fix. */
export function nothingToFix(counts: FixCounts, t: Translate, language: string): string {
  return [t('Loadlight: there is no finding here with a safe fix.'), ...others(counts, t, language)].join(' ');
}

function findingsInFiles({ findings, files }: FixCounts, t: Translate, language: string): [string, string] {
  return [
    counted(t('{n, plural, one {# finding} other {# findings}}'), findings, language),
    counted(t('{n, plural, one {# file} other {# files}}'), files, language)
  ];
}

function others(counts: FixCounts, t: Translate, language: string): string[] {
  const { toReview, moved, readOnly, leftOut, more, open, failed } = counts;
  const said = (n: number, template: string): string[] => (n === 0 ? [] : [counted(template, n, language)]);
  return [
    ...said(
      toReview,
      t(
        '{n, plural, one {# has a fix that may change what the code does: review it.} other {# have a fix that may change what the code does: review them one by one.}}'
      )
    ),
    ...said(open, t('{n, plural, one {# file is open and not saved.} other {# files are open and not saved.}}')),
    ...said(failed, t('{n, plural, one {# file could not be saved.} other {# files could not be saved.}}')),
    ...said(
      moved,
      t('{n, plural, one {# file was left: it changed meanwhile.} other {# files were left: they changed meanwhile.}}')
    ),
    ...said(
      readOnly,
      t('{n, plural, one {# file was left: it is read-only.} other {# files were left: they are read-only.}}')
    ),
    ...said(
      leftOut,
      t(
        '{n, plural, one {# file was left: it is too large or not readable.} other {# files were left: they are too large or not readable.}}'
      )
    ),
    ...(more ? [t('There are more files than are looked at in one go.')] : [])
  ];
}
