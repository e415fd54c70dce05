import { loadlight } from '../cli/run-cli.mjs';

/** The findings of the built command over a folder of examples. Throws where it fails. */
export function ourFindings(root) {
  const { status, stdout, stderr } = loadlight(root, [
    'scan',
    '.',
    '--no-ignore',
    '--format',
    'json',
    '--fail-on',
    'never'
  ]);
  if (status !== 0) throw new Error(`loadlight scan ended with ${status}: ${stderr}`);
  return JSON.parse(stdout)
    .findings.filter(({ part }) => part === 'source' || part === 'file')
    .map(({ rule, severity, file, cell, range }) => ({
      file,
      cell: cell ?? 0,
      line: range.start.line,
      code: rule,
      severity,
      isNote: severity === 'information'
    }));
}
