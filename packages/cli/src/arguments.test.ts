import assert from 'node:assert/strict';
import { readArguments, UsageError } from './arguments.js';

describe('the arguments', () => {
  it('scan this folder as text by default, and mind warnings', () => {
    assert.deepEqual(readArguments(['scan']), {
      command: 'scan',
      paths: ['.'],
      format: 'text',
      output: undefined,
      failOn: 'warning',
      strict: false,
      ignore: true,
      notes: false,
      forceExclude: false,
      jobs: undefined,
      baseline: undefined,
      updateBaseline: false,
      diff: undefined
    });
  });

  it('take options anywhere, and paths that begin with a dash after --', () => {
    const command = readArguments(['scan', 'a', '--format=sarif', '--fail-on', 'never', '--', '-b.py']);
    assert.deepEqual(command.command === 'scan' && [command.paths, command.format, command.failOn], [
      ['a', '-b.py'],
      'sarif',
      'never'
    ]);
  });

  it('show help and version wherever they stand', () => {
    for (const args of [[], ['--help'], ['help'], ['scan', '-h'], ['fix', '--help']]) {
      assert.equal(readArguments(args).command, 'help');
    }
    assert.equal(readArguments(['--version']).command, 'version');
  });

  for (const [args, message] of [
    [['skan'], /no command "skan"/],
    [['scan', '--format', 'xml'], /--format takes text, json, sarif/],
    [['scan', '--fail-on', 'high'], /--fail-on takes/],
    [['scan', '--nope'], /--nope/],
    [['fix', '--format', 'json'], /--format/],
    [['scan', '--update-baseline'], /goes with --baseline FILE/],
    [['scan', '--diff', ''], /--diff takes a revision/],
    [['scan', '--diff', 'HEAD', '--baseline', 'a.json'], /write one of them/],
    [['scan', '--output'], /--output/]
  ] as const) {
    it(`refuse ${args.join(' ')}`, () => {
      assert.throws(
        () => readArguments(args),
        (error: unknown) => error instanceof UsageError && message.test(error.message) && !error.message.includes('\n')
      );
    });
  }
});
