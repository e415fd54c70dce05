/** Runs the pair of `[engine, bare]` so many times in turn, and gives the milliseconds of each. */
export async function interleaved(rounds, engine, bare) {
  const times = { engine: [], bare: [] };
  for (let round = -Math.ceil(rounds / 5); round < rounds; round++) {
    for (const [name, run] of round % 2
      ? [
          ['engine', engine],
          ['bare', bare]
        ]
      : [
          ['bare', bare],
          ['engine', engine]
        ]) {
      const start = performance.now();
      await run(round);
      // Rounds below zero warm up.
      if (round >= 0) times[name].push(performance.now() - start);
    }
  }
  return { engine: summary(times.engine), bare: summary(times.bare) };
}

/** Median, and the tenth and ninetieth of a hundred. */
function summary(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = share => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  return { median: at(0.5), low: at(0.1), high: at(0.9) };
}
