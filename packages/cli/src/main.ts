import { readArguments, UsageError, type Command } from './arguments.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { processHost, type Host } from './host.js';
import { USAGE } from './usage.js';
import { VERSION } from './version.js';

export { work } from './scan-worker.js';

/** Runs the process's own command line; `parts` is the folder with the heavy parts, `bundle` this program. Never throws. */
export async function main(parts: string, bundle?: string): Promise<void> {
  // A reader that closes the pipe early (`| head`) is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) =>
    process.exit(error.code === 'EPIPE' ? EXIT.clean : EXIT.trouble)
  );
  process.exitCode = await run(process.argv.slice(2), processHost(parts, bundle));
}

/** Runs one command line and says how it ended. */
export async function run(args: readonly string[], host: Host): Promise<ExitCode> {
  try {
    return await perform(readArguments(args), host);
  } catch (error) {
    if (error instanceof UsageError) {
      host.err(`loadlight: ${error.message} (loadlight --help lists everything)\n`);
      return EXIT.trouble;
    }
    host.err(
      `loadlight: something went wrong that should not have: ${error instanceof Error ? error.stack : String(error)}\n`
    );
    return EXIT.trouble;
  }
}

async function perform(command: Command, host: Host): Promise<ExitCode> {
  switch (command.command) {
    case 'help':
      host.out(USAGE);
      return EXIT.clean;
    case 'version':
      host.out(`loadlight ${VERSION}\n`);
      return EXIT.clean;
    // The engine is loaded only where it is needed.
    case 'scan':
      return (await import('./scan.js')).scan(command, host);
    case 'fix':
      return (await import('./fix.js')).fix(command, host);
    case 'share':
      return (await import('./share.js')).share(command, host);
  }
}
