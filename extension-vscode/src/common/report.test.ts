import assert from 'node:assert/strict';
import { type ReportFacts, reportOf } from './report.js';

const FACTS: ReportFacts = {
  version: '0.1.0',
  editor: { name: 'Visual Studio Code', version: '1.91.0', where: 'desktop, linux' },
  host: 'Node',
  server: 'running',
  trusted: true,
  folders: 1,
  open: { files: 2, notebooks: 1 },
  settings: { 'loadlight.enable': [], 'loadlight.versions': ['the user', 'a folder'] },
  codes: ['LL301', 'LL101', 'LL101']
};

describe('the report for an issue', () => {
  it('tells versions, host, settings by name, and counts', () => {
    assert.equal(
      reportOf(FACTS),
      [
        '- Loadlight: 0.1.0 (Node, server running)',
        '- Editor: Visual Studio Code 1.91.0 (desktop, linux)',
        '- Workspace: 1 folder, trusted',
        '- Open: 2 Python files, 1 notebook',
        '- Settings: loadlight.versions (set for the user, a folder)',
        '- Findings shown: LL101 × 2, LL301 × 1',
        ''
      ].join('\n')
    );
  });

  it('repeats no code that is not the id of a rule', () => {
    const report = reportOf({ ...FACTS, settings: {}, codes: ['/home/me/secret.py', undefined, 7] });
    assert.match(report, /^- Settings: none set\n- Findings shown: other × 3\n$/m);
    assert.doesNotMatch(report, /secret/);
  });
});
