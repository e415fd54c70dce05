import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Engine } from '@loadlight/engine/engine';
import { shownText } from './shown-text.js';

/** What is wrong in the configuration files that count for a document that has been analysed, a line each. */
export function configurationProblems(engine: Engine, uri: string, cwd: string): string[] {
  return engine.configurationProblems(uri).map(({ place, message }) => {
    const { line, character } = place.range.start;
    const file = relative(cwd, fileURLToPath(place.document)) || place.document;
    return `loadlight: ${shownText(`${file}:${line + 1}:${character + 1}: ${message.text.replaceAll('`', '')}`)}\n`;
  });
}
