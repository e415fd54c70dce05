import { equal } from 'node:assert/strict';
import { notebookLanguage } from './notebook-language.js';

describe('the language of a notebook', () => {
  it('is what its kernel speaks', () => {
    equal(notebookLanguage({ kernelspec: { name: 'ir', language: 'R' } }), 'r');
    equal(notebookLanguage({ language_info: { name: 'julia' } }), 'julia');
    equal(notebookLanguage({ metadata: { kernelspec: { language: 'python' } }, nbformat: 4 }), 'python');
    equal(notebookLanguage({ custom: { metadata: { language_info: { name: 'R' } } } }), 'r');
  });

  it('is Python where none is declared', () => {
    for (const metadata of [undefined, null, {}, 'x', { kernelspec: null }, { kernelspec: { language: '' } }]) {
      equal(notebookLanguage(metadata), 'python');
    }
  });
});
