import { createHash } from 'node:crypto';

/** What the sample is drawn by; another seed is another sample, which has to be read anew. */
export const SEED = 'triage 2026-11-21';

/** So many findings of each severity are read; of these, so many also for message and mark. */
export const SIZE = 150;
export const SIZE_READ_CLOSELY = 50;

/** A finding as the verdicts name it: its place, its rule, and what of it survives when lines move. */
export const keyOf = ({ file, rule, fingerprint }) => `${file} ${rule} ${fingerprint}`;

/**
 * The findings to be read, those at warning and above and those at information, each in the order in which they are drawn. Only
 * what people are shown: repeats and what a comment suppresses are left out. The packages take turns, so that none
 * outweighs the others; in each the draw is by the hash of seed and finding, so that a finding that comes or goes changes one
 * place of the sample and not all of it.
 */
export function sampleOf(findings) {
  const shown = findings.filter(({ repeats, suppressed }) => !repeats && !suppressed);
  return {
    warning: takingTurns(
      shown.filter(({ severity }) => severity !== 'information'),
      SEED
    ).slice(0, SIZE),
    information: takingTurns(
      shown.filter(({ severity }) => severity === 'information'),
      SEED
    ).slice(0, SIZE)
  };
}

/** All in the order in which they are drawn, see `sampleOf`; `key` tells one from another. */
export function takingTurns(findings, seed, key = keyOf) {
  const byPackage = new Map();
  for (const finding of findings) {
    const name = finding.file.split('/', 1)[0];
    byPackage.set(name, [...(byPackage.get(name) ?? []), { finding, draw: hash(`${seed} ${key(finding)}`) }]);
  }
  return [...byPackage]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, drawn]) =>
      drawn.sort((a, b) => (a.draw < b.draw ? -1 : 1)).map(({ finding }, turn) => ({ finding, turn }))
    )
    .sort((a, b) => a.turn - b.turn)
    .map(({ finding }) => finding);
}

function hash(text) {
  return createHash('sha256').update(text).digest('hex');
}
