import { shownOfSecret } from '@loadlight/facts/shown-of-secret';
import type { Connection } from 'vscode-languageserver';

/** The server's log: addresses, counts and times; never a document's text, never a credential. */
export class Log {
  constructor(private readonly connection: Connection) {}

  info(text: string): void {
    this.connection.console.info(text);
  }

  warn(text: string): void {
    this.connection.console.warn(text);
  }

  /** With the stack, which names our own code alone. An error's message may quote the user's text: it is cut short, and what may be a key in it. */
  error(what: string, error: unknown): void {
    const said = error instanceof Error ? `${error.name}: ${withoutKeys(error.message.slice(0, 200))}` : typeof error;
    const stack = error instanceof Error ? (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line)) : [];
    this.connection.console.error([`${what}: ${said}`, ...stack.slice(0, 8)].join('\n'));
  }

  /** Seen by who turns tracing on. */
  trace(text: string): void {
    this.connection.tracer.log(text);
  }
}

/** Long words with digits, addresses of files apart, are shown by their first characters alone. */
function withoutKeys(text: string): string {
  return text.replace(/(?!file:)(?<![^\s"'`=(,])[^\s"'`=(,]{12,}/g, word =>
    /\d/.test(word) ? `${word.slice(0, shownOfSecret(word.length))}…` : word
  );
}
