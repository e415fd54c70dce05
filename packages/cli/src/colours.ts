import type { Severity } from '@loadlight/facts/finding';

/** How words are set off on a terminal; in a pipe they are left as they are. */
export interface Colours {
  strong(text: string): string;
  faint(text: string): string;
  mark(text: string): string;
  severity(severity: Severity, text: string): string;
}

const plain = (text: string): string => text;

export const NO_COLOURS: Colours = { strong: plain, faint: plain, mark: plain, severity: (_, text) => text };

const sgr =
  (code: string) =>
  (text: string): string =>
    `\u001b[${code}m${text}\u001b[0m`;

const SEVERITIES: Readonly<Record<Severity, string>> = { error: '1;31', warning: '1;33', information: '36' };

export const TERMINAL_COLOURS: Colours = {
  strong: sgr('1'),
  faint: sgr('2'),
  mark: sgr('33'),
  severity: (severity, text) => sgr(SEVERITIES[severity])(text)
};
