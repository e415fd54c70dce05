/**
 * Runs the pair of `[engine, bare]` so many times in turn, and gives the milliseconds of each; as `cpu` those of the
 * processor, which do not count what else the machine does.
 */
export async function interleaved(rounds, engine, bare) {
  const times = { engine: [], bare: [] };
  const cpu = { engine: [], bare: [] };
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
      const before = process.cpuUsage();
      await run(round);
      const { user, system } = process.cpuUsage(before);
      // Rounds below zero warm up.
      if (round < 0) continue;
      times[name].push(performance.now() - start);
      cpu[name].push((user + system) / 1000);
    }
  }
  return {
    engine: { ...summary(times.engine), cpu: summary(cpu.engine) },
    bare: { ...summary(times.bare), cpu: summary(cpu.bare) }
  };
}

/** Median, and the tenth, ninetieth and ninety-fifth of a hundred. */
function summary(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = share => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  return { median: at(0.5), low: at(0.1), high: at(0.9), p95: at(0.95) };
}
