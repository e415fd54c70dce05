// What the benchmarks of the editors share: rounds that alternate, and medians of their ratios.

/** How many rounds are measured; ROUNDS says otherwise. */
export const ROUNDS = Number(process.env.ROUNDS ?? 7);
/** Typing may take so many times as long with the extension as without. */
export const TYPING_TARGET = 1.1;
/** 200 characters, some of them code that the server must look at again. */
export const TYPED = Array.from({ length: 10 }, (_, i) => `name_${i} = [1, 2, 3]`.padEnd(19, ' ') + '\n').join('');

/** What `measure(which)` gives with and without the extension in turn; the round before the first warms up. */
export async function alternating(measure) {
  const found = { with: [], without: [] };
  for (let round = -1; round < ROUNDS; round++) {
    for (const which of round % 2 === 0 ? ['with', 'without'] : ['without', 'with']) {
      const value = await measure(which);
      if (round >= 0) found[which].push(value);
    }
  }
  return found;
}

/** One of several values of each round; `other` names the one that stands against it where that is another. */
export function pick({ with: own, without }, key, other = key) {
  return { with: own.map(each => each[key]), without: without.map(each => each[other]) };
}

/**
 * Prints and gives the median of the rounds' own ratios, as what slows the machine for a while slows both of a round; and both
 * medians with their ranges.
 */
export function report(name, unit, { with: own, without }) {
  const [a, b] = [median(own), median(without)];
  const ratio = median(own.map((value, round) => (value === without[round] ? 1 : value / without[round])));
  console.log(
    `  ${ratio.toFixed(2)} ×  ${name}: ${a.toFixed(0)} ${unit} (${range(own)}) against ${b.toFixed(0)} (${range(without)})`
  );
  return ratio;
}

/** The value in the middle. */
export function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function range(values) {
  return `${Math.min(...values).toFixed(0)}-${Math.max(...values).toFixed(0)}`;
}
