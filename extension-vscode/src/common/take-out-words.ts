import { fixWords } from './fix-words.js';

/** For one credential that is taken out of all files; what is counted is places. */
export const TAKE_OUT_WORDS = fixWords(t => ({
  counted: t('{n, plural, one {# place} other {# places}}'),
  question: (places, files) => t('Take the credential out of {0} in {1}?', places, files),
  promise: t(
    'Code reads it from a variable afterwards, comments and text get a mark, and outputs that show it are removed. The files are saved, except where you have changes of your own.'
  ),
  done: (places, files) =>
    t(
      'Loadlight: the credential is taken out of {0} in {1}. Revoke it all the same: older copies of the files hold it.',
      places,
      files
    ),
  nothing: t('Loadlight: there is no place that the credential can be taken out of.'),
  left: t(
    '{n, plural, one {# file holds it where no look-up can stand: take it out there yourself.} other {# files hold it where no look-up can stand: take it out there yourself.}}'
  )
}));
