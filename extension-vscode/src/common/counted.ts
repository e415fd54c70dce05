import { fillTemplate } from '@loadlight/facts/template';

/** A number with its noun, as the language (a BCP 47 tag) counts: `template` is `{n, plural, one {# error} other {# errors}}`. */
export function counted(template: string, n: number, language: string): string {
  return fillTemplate(template, { n }, language);
}
