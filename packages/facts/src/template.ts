/** `{name}`, or `{name, plural, one {# cell} other {# cells}}` with the plural categories of the language. */
const HOLE = /\{(\w+)(?:, plural,((?:\s*\w+ \{[^{}]*\})+))?\}/g;
const BRANCH = /(\w+) \{([^{}]*)\}/g;

/**
 * The template with its holes filled: the values as they are, and for a plural the branch of the number's category in
 * that language (a BCP 47 tag), where `#` stands for the number. Throws where a value is missing.
 */
export function fillTemplate(
  template: string,
  values: Readonly<Record<string, string | number>>,
  language: string
): string {
  return template.replace(HOLE, (_, name: string, branches: string | undefined) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) throw new Error(`"${template}" needs the argument "${name}"`);
    if (branches === undefined) return String(value);
    const texts = new Map([...branches.matchAll(BRANCH)].map(([, category = '', text = '']) => [category, text]));
    const text = texts.get(pluralCategory(Number(value), language)) ?? texts.get('other') ?? '#';
    return text.replaceAll('#', String(value));
  });
}

/** The names of a template's holes, sorted, each once. */
export function holesOf(template: string): string[] {
  return [...new Set([...template.matchAll(HOLE)].map(([, name = '']) => name))].sort();
}

function pluralCategory(count: number, language: string): string {
  try {
    return new Intl.PluralRules(language).select(count);
  } catch {
    // No tag of a language: as in English.
    return new Intl.PluralRules('en').select(count);
  }
}
