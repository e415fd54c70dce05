import { takingTurns } from './triage-sample.mjs';

/** What the sample is drawn by; another seed is another sample, which has to be read anew. */
export const SEED_OF_FIXES = 'fixes, a third reading';

/** So many fixes are read. */
export const SIZE_OF_FIXES = 60;

/** A fix as the verdicts name it: its place, what it does, and what of its finding survives when lines move. */
export const fixKeyOf = ({ file, fix, fingerprint }) => `${file} ${fix} ${fingerprint}`;

/** The fixes to be read, in the order in which they are drawn: packages take turns, and in each the draw is by a hash. */
export function sampleOfFixes(trials) {
  return takingTurns(trials, SEED_OF_FIXES, fixKeyOf).slice(0, SIZE_OF_FIXES);
}
