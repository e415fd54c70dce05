import type { LoaderRow } from '../row.js';

/** A row of a library that unpickles when it loads a model; the first parameter takes the file. */
export function libraryRow(
  name: string,
  parameters: readonly [string, ...string[]],
  documentation: string,
  rest: Partial<LoaderRow> = {}
): LoaderRow {
  const always = { name, aliases: [], parameters, keywordOnly: [], source: parameters[0], documentation };
  return { ...always, family: 'checkpoint', ...rest };
}

/** The same of one that runs what it loads: a program, whatever it is called. */
export function programRow(
  name: string,
  parameters: readonly [string, ...string[]],
  documentation: string,
  rest: Partial<LoaderRow>
): LoaderRow {
  return libraryRow(name, parameters, documentation, { family: 'program', ...rest });
}
