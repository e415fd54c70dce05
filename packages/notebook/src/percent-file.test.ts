import assert from 'node:assert/strict';
import { readPercentFile } from './percent-file.js';

/** Shows blanks as dots, so that the examples can be read. */
const shown = (text: string): string => readPercentFile(text).text.replace(/ /g, '·');

describe('readPercentFile', () => {
  const examples: readonly (readonly [string, string, string])[] = [
    ['a line magic', '# %%\n%matplotlib inline\nx = 1', '#·%%\n··················\nx·=·1'],
    ['a shell line', '#%% Setup\n!pip install torch\nx', '#%%·Setup\n··················\nx'],
    ['CRLF', '# %%\r\n!ls\r\nx\r\n', '#·%%\r\n···\r\nx\r\n'],
    ['what stands above the first marker', '!ls\n# %%\nx', '···\n#·%%\nx'],
    ['a cell magic of a later cell', '# %%\nx\n# %%\n%%time\ny', '#·%%\nx\n#·%%\n······\ny'],
    ['a cell of another language', '# %%\nx\n# %%\n%%bash\nls :(\n# %%\ny', '#·%%\nx\n····\n······\n·····\n#·%%\ny'],
    ['a bracket that is still open', '# %%\nf(\n# %%\n!ls\n', '#·%%\nf(\n#·%%\n···\n'],
    ['quotes of a shell', "# %%\n!echo it's '''\n# %%\n%%time\nx", '#·%%\n··············\n#·%%\n······\nx'],
    ['a marker in a string', '# %%\ns = """\n# %%\n%%bash\n"""\nx', '#·%%\ns·=·"""\n#·%%\n%%bash\n"""\nx'],
    ['a quote in a comment', "# %%\nx  # it's '''\n# %%\n!ls", "#·%%\nx··#·it's·'''\n#·%%\n···"],
    ['a marker that is indented', 'if x:\n    # %%\n    y', 'if·x:\n····#·%%\n····y'],
    ['a file without cells', 'x = (5\n% 3)\n%matplotlib inline\n!ls', 'x·=·(5\n%·3)\n%matplotlib·inline\n!ls'],
    ['a Databricks export', '# COMMAND ----------\n# MAGIC %sh ls\nx', '#·COMMAND·----------\n#·MAGIC·%sh·ls\nx'],
    ['nothing', '', '']
  ];

  it('takes no longer for many strings in one line', () => {
    const strings = "'''".repeat(100_000);
    assert.equal(readPercentFile(`# %%\n${strings}\n%pwd`).text, `# %%\n${strings}\n    `);
  });

  for (const [title, text, expected] of examples) {
    it(title, () => assert.equal(shown(text), expected));
  }
});
