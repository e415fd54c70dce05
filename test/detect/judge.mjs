import { QUIET, classesOf } from './classes.mjs';
import { statementStarts } from './statements.mjs';

/**
 * What a tool's findings (`{file, cell, line, code, isNote}`, files relative, lines and cells from 0) come to. Every label is answered by the findings
 * of its class on its line, or in its statement where that goes over lines. A problem is found, or missed. A look-alike is alarmed, or passed; a note
 * (our information) is no alarm, except where nothing but notes is ever said (`QUIET`), or when `strictly`. `stray` are alarms where no label is a
 * problem's; what is said of pins and checksums there is left out, for everybody, because not every such line has a label.
 */
export function judge(examples, findings, { strictly = false } = {}) {
  const labels = [];
  const stray = [];
  for (const { group, title, folder, files } of examples)
    for (const file of files) {
      if (file.kind === 'other') continue;
      const here = findings.filter(finding => finding.file === `${folder}/${file.path}`);
      const answered = file.marks
        .flatMap(mark => (mark.lookAlike ? [mark] : mark.rules.map(rule => ({ ...mark, rules: [rule] }))))
        .map(mark => ({ group, title, folder, kind: file.kind, text: textAt(file, mark), ...mark, by: [] }));
      for (const finding of here) {
        const label = labelOf(answered, finding, file);
        if (label) label.by.push(finding);
        else if (isStray(finding, answered, file))
          stray.push({ group, title, folder, kind: file.kind, text: textAt(file, finding), ...finding });
      }
      labels.push(...answered);
    }
  const isAlarm = ({ isNote, code }) => strictly || !isNote || classesOf(code).some(name => QUIET.has(name));
  const problems = labels.filter(({ lookAlike }) => !lookAlike);
  const lookAlikes = labels.filter(({ lookAlike }) => lookAlike);
  return {
    problems,
    lookAlikes,
    stray,
    found: problems.filter(({ by }) => by.length > 0),
    missed: problems.filter(({ by }) => by.length === 0),
    whispered: problems.filter(({ by }) => by.length > 0 && by.every(({ isNote }) => isNote)),
    alarmed: lookAlikes.filter(({ by }) => by.some(isAlarm))
  };
}

/** Recall and precision, both undefined where there is nothing to count. */
export function rates({ problems, found, alarmed, stray }) {
  const said = found.length + alarmed.length + stray.length;
  return {
    recall: problems.length === 0 ? undefined : found.length / problems.length,
    precision: said === 0 ? undefined : found.length / said
  };
}

function isStray(finding, labels, file) {
  const classes = classesOf(finding.code);
  if (finding.isNote || classes.length === 0 || classes.some(name => QUIET.has(name))) return false;
  const starts = statementStarts(file.cells[finding.cell] ?? '');
  return !labels.some(
    ({ cell, line, lookAlike }) => !lookAlike && cell === finding.cell && starts[line] === starts[finding.line]
  );
}

function labelOf(labels, finding, file) {
  const classes = classesOf(finding.code);
  const fits = label =>
    label.cell === finding.cell && label.rules.some(rule => classesOf(rule).some(one => classes.includes(one)));
  const fitting = labels.filter(fits);
  const exact = fitting.find(({ line }) => line === finding.line);
  if (exact) return exact;
  const starts = statementStarts(file.cells[finding.cell] ?? '');
  return fitting.find(({ line }) => starts[line] === starts[finding.line]);
}

function textAt(file, { cell, line }) {
  return (file.cells[cell] ?? '').split('\n')[line]?.trim() ?? '';
}
