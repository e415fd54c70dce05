// Mocha's own report, with the counts written to the file that LOADLIGHT_COUNTS names, and the titles of what failed, one a
// line, to the one that LOADLIGHT_FAILED names: of a test its own, of a hook its suite's.
const { appendFileSync } = require('node:fs');
const { reporters, Runner } = require('mocha');

module.exports = class CountingReporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const { LOADLIGHT_COUNTS: counts, LOADLIGHT_FAILED: failed } = process.env;
    runner.on(Runner.constants.EVENT_TEST_FAIL, ({ type, parent, ...runnable }) => {
      if (failed)
        appendFileSync(failed, `${type === 'hook' ? parent.fullTitle() : `${parent.fullTitle()} ${runnable.title}`}\n`);
    });
    runner.once(Runner.constants.EVENT_RUN_END, () => {
      const { passes, failures, pending } = runner.stats;
      if (counts) appendFileSync(counts, `${passes} ${failures} ${pending}\n`);
    });
  }
};
