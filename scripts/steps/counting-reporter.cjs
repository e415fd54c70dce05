// Mocha's own report, with the counts written to the file that LOADLIGHT_COUNTS names.
const { appendFileSync } = require('node:fs');
const { reporters, Runner } = require('mocha');

module.exports = class CountingReporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once(Runner.constants.EVENT_RUN_END, () => {
      const { passes, failures, pending } = runner.stats;
      if (process.env.LOADLIGHT_COUNTS)
        appendFileSync(process.env.LOADLIGHT_COUNTS, `${passes} ${failures} ${pending}\n`);
    });
  }
};
