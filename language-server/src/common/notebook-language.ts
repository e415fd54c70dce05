/**
 * The language of a notebook's kernel, lower case; `python` where it declares none. Reads the notebook's metadata as
 * JupyterLab sends it, and as VS Code does, which wraps it once more.
 */
export function notebookLanguage(metadata: unknown): string {
  for (const layer of [metadata, at(metadata, 'metadata'), at(at(metadata, 'custom'), 'metadata')]) {
    const language = at(at(layer, 'kernelspec'), 'language') ?? at(at(layer, 'language_info'), 'name');
    if (typeof language === 'string' && language !== '') return language.toLowerCase();
  }
  return 'python';
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}
