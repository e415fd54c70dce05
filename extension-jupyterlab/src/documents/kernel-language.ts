/** The language of a notebook as its metadata writes it; `Python` where it declares none. */
export function kernelLanguage(metadata: unknown): string {
  const language = at(at(metadata, 'kernelspec'), 'language') ?? at(at(metadata, 'language_info'), 'name');
  return typeof language === 'string' && language !== '' ? language : 'Python';
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}
