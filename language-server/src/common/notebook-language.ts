import { at, metadataLayers } from './notebook-metadata.js';

/** The language of a notebook's kernel, lower case; `python` where its metadata declares none. */
export function notebookLanguage(metadata: unknown): string {
  for (const layer of metadataLayers(metadata)) {
    const language = at(at(layer, 'kernelspec'), 'language') ?? at(at(layer, 'language_info'), 'name');
    if (typeof language === 'string' && language !== '') return language.toLowerCase();
  }
  return 'python';
}
