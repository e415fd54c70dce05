import { counted } from './counted.js';
import { filesCounted, type FixCounts, type FixWords, otherFiles, said } from './fix-words.js';
import type { Translate } from './scan-summary.js';

/** For one credential that is taken out of all files; what is counted is places. */
export const TAKE_OUT_WORDS: FixWords = {
  question(counts, t, language) {
    const detail = [
      t(
        'Code reads it from a variable afterwards, comments and text get a mark, and outputs that show it are removed. The files are saved, except where you have changes of your own.'
      ),
      ...byHand(counts, t, language),
      ...otherFiles(counts, t, language)
    ];
    const message = t('Take the credential out of {0} in {1}?', ...placesInFiles(counts, t, language));
    return { message, detail: detail.join('\n\n') };
  },
  outcome(counts, t, language) {
    const taken =
      counts.files === 0
        ? t('Loadlight: nothing was changed.')
        : t(
            'Loadlight: the credential is taken out of {0} in {1}. Revoke it all the same: older copies of the files hold it.',
            ...placesInFiles(counts, t, language)
          );
    return [taken, ...byHand(counts, t, language), ...otherFiles(counts, t, language)].join(' ');
  },
  nothing(counts, t, language) {
    const none = t('Loadlight: there is no place that the credential can be taken out of.');
    return [none, ...byHand(counts, t, language), ...otherFiles(counts, t, language)].join(' ');
  }
};

function placesInFiles({ findings, files }: FixCounts, t: Translate, language: string): [string, string] {
  return [
    counted(t('{n, plural, one {# place} other {# places}}'), findings, language),
    filesCounted(files, t, language)
  ];
}

function byHand({ leaves }: FixCounts, t: Translate, language: string): string[] {
  const template = t(
    '{n, plural, one {# file holds it where no look-up can stand: take it out there yourself.} other {# files hold it where no look-up can stand: take it out there yourself.}}'
  );
  return said(leaves, template, language);
}
