import { rates } from './judge.mjs';

/** Rates as the tables have them: `97.9 %`. */
export function percent(rate) {
  return rate === undefined ? '' : `${(100 * rate).toFixed(1)} %`;
}

/** A Markdown table of these rows; the first is its head. */
export function tableOf([head, ...rows]) {
  const line = cells => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((cell, i) => (i === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

/** One row for each tool: what it finds, and what it says besides. */
export function toolRow(name, judged) {
  const { recall, precision } = rates(judged);
  const alarms = judged.alarmed.length + judged.stray.length;
  const of = kind => {
    const only = judged.problems.filter(label => label.kind === kind);
    return percent(only.filter(({ by }) => by.length > 0).length / only.length);
  };
  return [
    name,
    String(judged.found.length),
    String(alarms),
    percent(recall),
    percent(precision),
    of('file'),
    of('notebook')
  ];
}

/** Rows for what `key` divides the labels into: problems, found, look-alikes, alarms, recall and precision. */
export function partRows(judged, key) {
  const parts = [...new Set([...judged.problems, ...judged.lookAlikes].map(key))];
  return parts.map(part => {
    const only = labels => labels.filter(label => key(label) === part);
    const here = Object.fromEntries(Object.entries(judged).map(([name, labels]) => [name, only(labels)]));
    const { recall, precision } = rates(here);
    const alarms = here.alarmed.length + here.stray.length;
    const counts = [here.problems.length, here.found.length, here.lookAlikes.length, alarms].map(String);
    return [part, ...counts, percent(recall), percent(precision)];
  });
}

/** A label or a stray finding in one line of Markdown. */
function lineOf({ group, title, cell, kind, text, rules, by, code }) {
  const where = `${group}: ${title}${kind === 'notebook' ? `, cell ${cell + 1}` : ''}`;
  const said =
    by === undefined ? code : by.length > 0 ? [...new Set(by.map(one => one.code))].join(', ') : rules.join(', ');
  return `- ${said} \`${text.replaceAll('`', "'")}\` (${where})`;
}

/** What is missed and what is a false alarm, as explained.json names it. */
export function differences({ missed, alarmed, stray }) {
  const named = (kind, labels) => labels.map(label => `${kind} ${lineOf(label).slice(2)}`);
  return [...named('missed', missed), ...named('alarm', alarmed), ...named('alarm', stray)].sort();
}
