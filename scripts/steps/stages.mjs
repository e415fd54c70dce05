import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root } from './run.mjs';

/** What the reporter writes, by stage and run; see counting-reporter.cjs. */
const COUNTS = path.join(root, '.tools', 'test-counts');

const IS_WINDOWS = process.platform === 'win32';
const running = new Set();
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    for (const { pid } of running) process.kill(IS_WINDOWS ? pid : -pid, 'SIGTERM');
    process.exit(1);
  });
}

/**
 * One stage of the tests: `commands` are run under this Node one after the other until one fails, each by its script and arguments;
 * given the titles of tests, only these. `again`: what fails runs once more, in a session of its own.
 */
export class Stage {
  runs = 0;
  forgiven = 0;

  constructor(name, commands, { again = false } = {}) {
    this.name = name;
    this.commands = commands;
    this.again = again;
    this.counts = path.join(COUNTS, name);
    this.titles = path.join(COUNTS, `${name}-failed`);
  }

  /** Runs it; true where it passed. `aside`: its output is shown when it has ended, so that two can run at once. */
  async run(aside) {
    mkdirSync(COUNTS, { recursive: true });
    for (const file of [this.counts, this.titles]) rmSync(file, { force: true });
    const output = [];
    const say = text => (aside ? output.push(text) : process.stdout.write(text));
    const start = Date.now();
    const seconds = () => ((Date.now() - start) / 1000).toFixed(0);
    say(`\n== ${this.name}\n`);
    let well = await this.once([], say, aside);
    if (!well && this.again) {
      const titles = linesOf(this.titles);
      say(`== ${this.name} failed after ${seconds()} s; once more, in a new session:\n`);
      for (const title of titles) say(`   ${title}\n`);
      // What failed is counted by how it goes once more.
      this.forgiven = this.sum(1);
      well = await this.once(titles, say, aside);
    }
    say(`== ${this.name} ${well ? 'passed' : 'FAILED'} in ${seconds()} s\n`);
    if (aside) process.stdout.write(output.join(''));
    this.failed = !well;
    return well;
  }

  /** Passed, failed and skipped tests of its runs. */
  get tally() {
    return {
      passed: this.sum(0),
      failed: Math.max(this.sum(1) - this.forgiven, this.failed ? 1 : 0),
      skipped: this.sum(2)
    };
  }

  async once(titles, say, aside) {
    for (const [program, ...args] of this.commands(titles)) {
      if (!(await this.command(program, args, say, aside))) return false;
    }
    return true;
  }

  command(program, args, say, aside) {
    const env = { ...process.env, LOADLIGHT_COUNTS: this.counts, LOADLIGHT_FAILED: this.titles };
    return new Promise(resolve => {
      const shown = aside ? 'pipe' : 'inherit';
      // A group of its own: what it started ends with it.
      const child = spawn(program, args, { cwd: root, env, stdio: ['ignore', shown, shown], detached: !IS_WINDOWS });
      running.add(child);
      for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', say);
      child.on('error', error => {
        say(`${program}: ${error.message}\n`);
        resolve(false);
      });
      child.on('close', status => {
        running.delete(child);
        resolve(status === 0);
      });
    });
  }

  sum(column) {
    return linesOf(this.counts).reduce((total, line) => total + Number(line.split(' ')[column] ?? 0), 0);
  }
}

function linesOf(file) {
  return existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter(line => line !== '')
    : [];
}
