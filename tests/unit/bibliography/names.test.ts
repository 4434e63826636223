import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseNames } from '../../../src/bibliography/names.ts';

const tex = String.raw;

/** A name, and its parts: given, particle, family, suffix. */
const people: [string, [string, string, string, string]][] = [
  ['Jane Doe', ['Jane', '', 'Doe', '']],
  ['Doe, Jane', ['Jane', '', 'Doe', '']],
  ['Doe,Jane', ['Jane', '', 'Doe', '']],
  ['Plato', ['', '', 'Plato', '']],
  ['Doe,', ['', '', 'Doe', '']],
  ['Johannes von Oswald', ['Johannes', 'von', 'Oswald', '']],
  ['von Oswald, Johannes', ['Johannes', 'von', 'Oswald', '']],
  ['Von Oswald, Johannes', ['Johannes', '', 'Von Oswald', '']],
  ['{von} Oswald, Johannes', ['Johannes', '', 'von Oswald', '']],
  ['Jean de la Fontaine du Bois', ['Jean', 'de la Fontaine du', 'Bois', '']],
  ['Per Brinch Hansen', ['Per Brinch', '', 'Hansen', '']],
  ['Brinch Hansen, Per', ['Per', '', 'Brinch Hansen', '']],
  ['{Brinch Hansen}, Per', ['Per', '', 'Brinch Hansen', '']],
  ['Per {Brinch Hansen}', ['Per', '', 'Brinch Hansen', '']],
  ['van der Maaten, Laurens', ['Laurens', 'van der', 'Maaten', '']],
  ['King, Jr., Martin Luther', ['Martin Luther', '', 'King', 'Jr.']],
  ['de la Cruz, III, Ana', ['Ana', 'de la', 'Cruz', 'III']],
  ['jean d’alembert', ['', 'jean', 'd’alembert', '']],
  ["Jean le Rond d'Alembert", ['Jean', 'le', 'Rond d’Alembert', '']],
  [tex`{\'E}mile Zola`, ['Émile', '', 'Zola', '']],
  [tex`\'Emile Zola`, ['Émile', '', 'Zola', '']],
  [tex`Jean {\'e}l Foo`, ['Jean', 'él', 'Foo', '']],
  [tex`Fran\c cois Viète`, ['François', '', 'Viète', '']],
  [tex`Mu{\~n}oz, Mar\'{\i}a~Jos\'e`, ['María José', '', 'Muñoz', '']],
  [tex`{\'{E}}va K{\'{o}}s`, ['Éva', '', 'Kós', '']],
  [tex`{\'{E}}va de {\'{A}}vila`, ['Éva', 'de', 'Ávila', '']],
  [tex`{\v{c}}ech {\'{A}}d{\'a}m`, ['', 'čech', 'Ádám', '']],
  ['Van de Linde, Mia', ['Mia', '', 'Van de Linde', '']],
  ['Prado da Costa, Jr., Rui', ['Rui', '', 'Prado da Costa', 'Jr.']],
  ['family=Roe, given=Mia, prefix=van, useprefix=true', ['Mia', 'van', 'Roe', '']],
  [tex`given = {Bo, P.}, family={\'Ile}, suffix=III`, ['Bo, P.', '', 'Íle', 'III']],
  ['given=Mia, Roe', ['Roe', '', 'given=Mia', '']],
  ['Jean-Luc Picard', ['Jean-Luc', '', 'Picard', '']],
  ['太郎 山田', ['太郎', '', '山田', '']],
  ['ʻŌkina Kai', ['ʻŌkina', '', 'Kai', '']],
];

for (const [name, [given, particle, family, suffix]] of people) {
  test(`the parts of the name ${name}`, () => {
    assert.deepEqual(parseNames(name).names, [{ given, particle, family, suffix }]);
  });
}

test('a name in braces is an organisation, with “and” and commas in it', () => {
  assert.deepEqual(
    parseNames('{Barnes and Noble, Inc.} and {{OpenAI}} and {\\textsc{Foo} Bar}').names,
    [{ literal: 'Barnes and Noble, Inc.' }, { literal: 'OpenAI' }, { literal: 'Foo Bar' }],
  );
});

test('“and” joins names as a word alone', () => {
  const { names } = parseNames('Sandy Anderson and\n Rand, Ann AND {x and y} Brandt');
  assert.deepEqual(
    names.map((name) => 'family' in name && name.family),
    ['Anderson', 'Rand', 'Brandt'],
  );
});

test('“and” joins names after a command too', () => {
  for (const [value, families] of [
    [tex`Lena Bla\ss and Jane Doe`, ['Blaß', 'Doe']],
    [tex`Kov\'a\v c and Doe, Jane and Per G\aa  and Roe`, ['Kováč', 'Doe', 'Gå', 'Roe']],
  ] as const)
    assert.deepEqual(
      parseNames(value).names.map((name) => 'family' in name && name.family),
      families,
    );
});

test('“and others” is no name', () => {
  for (const others of ['others', 'Others', '{others}', 'others,', '{others},'])
    assert.deepEqual(parseNames(`Doe, J. and ${others}`).andOthers, true);
  assert.deepEqual(parseNames('Doe, J. and others'), {
    names: [{ given: 'J.', particle: '', family: 'Doe', suffix: '' }],
    andOthers: true,
  });
  assert.deepEqual(parseNames(''), { names: [], andOthers: false });
});
