/**
 * How much notebooks are told, in words: the share with a warning, and the marks for each at the median and at the ninety-fifth of a
 * hundred, of all notebooks and of those in which anything is said. Repeats are no marks, and what is suppressed is none.
 */
export function noiseOf(findings, notebooks) {
  const marks = new Map(notebooks.map(name => [name, { warning: 0, information: 0 }]));
  for (const { file, severity, repeats, suppressed } of findings) {
    const of = marks.get(file);
    if (of && !repeats && !suppressed) of[severity === 'information' ? 'information' : 'warning']++;
  }
  const all = [...marks.values()];
  return [
    lineOf('notebooks', all),
    lineOf(
      'notebooks with any mark',
      all.filter(one => one.warning + one.information > 0)
    )
  ].join('\n');
}

function lineOf(name, marks) {
  const warned = marks.filter(({ warning }) => warning > 0).length;
  const share = `${((100 * warned) / marks.length).toFixed(0)} %`;
  const [warnings, notes] = ['warning', 'information'].map(kind => marks.map(one => one[kind]).sort((a, b) => a - b));
  return `${marks.length} ${name}: ${warned} (${share}) with a warning; warnings ${spread(warnings)}, information ${spread(notes)}`;
}

function spread(sorted) {
  const at = share => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return `p50 ${at(0.5)}, p95 ${at(0.95)}`;
}
