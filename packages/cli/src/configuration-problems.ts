import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Engine } from '@loadlight/engine/engine';
import { shownText } from './shown-text.js';

/** Mistakes in the configuration files that counted for what was looked at, each said once. */
export class ConfigurationProblems {
  private readonly lines = new Set<string>();

  constructor(private readonly cwd: string) {}

  /** Notes what is wrong in the configuration of a document that has been analysed. */
  note(engine: Engine, uri: string): void {
    for (const { place, message } of engine.configurationProblems(uri)) {
      const { line, character } = place.range.start;
      const file = relative(this.cwd, fileURLToPath(place.document)) || place.document;
      this.lines.add(
        `loadlight: ${shownText(`${file}:${line + 1}:${character + 1}: ${message.text.replaceAll('`', '')}`)}\n`
      );
    }
  }

  /** True where there were any, after saying them. */
  say(err: (text: string) => void): boolean {
    for (const line of this.lines) err(line);
    return this.lines.size > 0;
  }
}
