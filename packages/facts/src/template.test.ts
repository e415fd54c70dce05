import assert from 'node:assert/strict';
import { fillTemplate, holesOf } from './template.js';

describe('a template', () => {
  it('takes values as they are, whatever they hold', () => {
    assert.equal(fillTemplate('`{call}` reads {file}', { call: 'f', file: '$1 {call}' }, 'en'), '`f` reads $1 {call}');
  });

  it('has the plural that the language wants', () => {
    const english = '{cells, plural, one {# cell} other {# cells}} of {name}';
    assert.equal(fillTemplate(english, { cells: 1, name: 'x' }, 'en'), '1 cell of x');
    assert.equal(fillTemplate(english, { cells: 0, name: 'x' }, 'en-GB'), '0 cells of x');
    const polish = '{n, plural, one {# komórka} few {# komórki} many {# komórek} other {# komórki}}';
    assert.deepEqual(
      [1, 3, 5, 22].map(n => fillTemplate(polish, { n }, 'pl')),
      ['1 komórka', '3 komórki', '5 komórek', '22 komórki']
    );
  });

  it('is filled as in English where the language is none', () => {
    assert.equal(fillTemplate('{n, plural, one {one} other {#}}', { n: 1 }, 'not a tag'), 'one');
  });

  it('is not filled by half', () => {
    assert.throws(() => fillTemplate('{here} and {there}', { here: 'x' }, 'en'), /needs the argument "there"/);
    assert.throws(() => fillTemplate('{toString}', {}, 'en'), /needs the argument/);
  });

  it('tells its holes', () => {
    assert.deepEqual(holesOf('{b} {a, plural, one {#} other {#}} {b}'), ['a', 'b']);
  });
});
