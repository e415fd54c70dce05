import { deepEqual } from 'node:assert/strict';
import { catalogueExamples, missingExamples } from './catalogue-examples.js';

const PAGE = `# Downloads

## \`web.{get,post}\`

\`\`\`python bad LL205 warning
import «module»
«name»("http://data.example.org")
\`\`\`

\`\`\`python good
«name»("https://data.example.org")
\`\`\`
`;

describe('pages of examples', () => {
  it('speak of each row that a heading names', () => {
    const [first, , , last] = catalogueExamples('transfers.examples.md', PAGE);
    const text = 'import web\nweb.get("http://data.example.org")\n';
    deepEqual(first, { table: 'transfers', row: 'web.get', kind: 'bad', rule: 'LL205', severity: 'warning', text });
    deepEqual([last?.row, last?.kind, last?.rule], ['web.post', 'good', undefined]);
    deepEqual(catalogueExamples('loaders/a.examples.md', PAGE)[0]?.table, 'loaders');
  });

  it('tell by name which row lacks one, and which there is not', () => {
    const examples = catalogueExamples('transfers.examples.md', PAGE);
    deepEqual(missingExamples(new Map([['transfers', ['web.get', 'web.post']]]), examples), []);
    deepEqual(missingExamples(new Map([['transfers', ['web.get', 'web.put']]]), examples), [
      'web.put: no bad example',
      'web.put: no good example',
      'web.post: examples of a row that transfers does not have'
    ]);
    const good = examples.filter(({ kind }) => kind === 'good');
    deepEqual(missingExamples(new Map([['transfers', ['web.get', 'web.post']]]), good, new Set(['web.get'])), [
      'web.post: no bad example'
    ]);
    deepEqual(missingExamples(new Map(), catalogueExamples('hubs.examples.md', PAGE.replace(' LL205 warning', ''))), [
      'web.get: a bad example names its rule, a good one none',
      'web.post: a bad example names its rule, a good one none'
    ]);
  });
});
