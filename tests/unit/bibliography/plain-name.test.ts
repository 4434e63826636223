import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseNames, type Name } from '../../../src/bibliography/names.ts';
import { parse } from 'yaml';
import { findNameMistake } from '../../../src/bibliography/name-mistakes.ts';
import { formatTexName, parsePlainName } from '../../../src/bibliography/plain-name.ts';
import { author } from '../../../src/kinds/paper/author.ts';

const person = (given: string, family: string, particle = '', suffix = ''): Name => {
  return { given, particle, family, suffix };
};

const names: [string, Name][] = [
  ['Ada Lovelace', person('Ada', 'Lovelace')],
  ['Lovelace, Ada', person('Ada', 'Lovelace')],
  ['محمد، علي', person('علي', 'محمد')],
  ['李，世民', person('世民', '李')],
  ['Ludwig van Beethoven', person('Ludwig', 'Beethoven', 'van')],
  ['van Beethoven, Ludwig', person('Ludwig', 'Beethoven', 'van')],
  ['María de la Cruz', person('María', 'Cruz', 'de la')],
  ['Aoife {Ó Briain}', person('Aoife', 'Ó Briain')],
  ['García Márquez, Gabriel', person('Gabriel', 'García Márquez')],
  ['José Ortega y Gasset', person('José', 'Ortega y Gasset')],
  ['Ana Ferrán-Okafor', person('Ana', 'Ferrán-Okafor')],
  ['Martin Luther King Jr.', person('Martin Luther', 'King', '', 'Jr.')],
  ['King, Jr., Martin Luther', person('Martin Luther', 'King', '', 'Jr.')],
  ['Henry Louis Gates III', person('Henry Louis', 'Gates', '', 'III')],
  ['李世民', person('', '李世民')],
  ['李 世民', person('世民', '李')],
  ['The ATLAS Collaboration', { literal: 'The ATLAS Collaboration' }],
  ['DeepMind Team', { literal: 'DeepMind Team' }],
  ['Department of X for the Y Consortium', { literal: 'Department of X for the Y Consortium' }],
  ['University of Somewhere', { literal: 'University of Somewhere' }],
  ['Acme, Inc.', { literal: 'Acme, Inc.' }],
  ['The LHC & ATLAS Collaboration', { literal: 'The LHC & ATLAS Collaboration' }],
  ['X Æ A-12', person('X Æ', 'A-12')],
  ['Jane Doe MD', person('Jane', 'Doe')],
  ['Jane Doe <jane@example.org>', person('Jane', 'Doe')],
  ["Jos\\'e Garc\\'{\\i}a", person('José', 'García')],
  ['Fran\\c{c}ois {\\"O}zg\\"ur', person('François', 'Özgür')],
  ['\\O rsted, Bj\\o rn', person('Bjørn', 'Ørsted')],
  ['Eva Stra\\ss{}er', person('Eva', 'Straßer')],
  ['{\\L ukasz} \\L az', person('Łukasz', 'Łaz')],
  ['Fran\\c cois \\v Cech', person('François', 'Čech')],
  ['Frank Noe, PhD', person('Frank', 'Noe')],
  ['Jane Roe, M.D., Ph.D.', person('Jane', 'Roe')],
  ['{Research and Development}', { literal: 'Research and Development' }],
];

for (const [text, name] of names)
  test(`the name ${text} has the parts that it means, and keeps them in BibTeX`, () => {
    assert.deepEqual(parsePlainName(text), name);
    assert.equal(findNameMistake(text), undefined);
    assert.deepEqual(parseNames(formatTexName(name)).names, [name]);
  });

for (const [text, fix] of [
  ['et al.', /^Remove these words/],
  ['Jane Doe et al.', /^Remove these words/],
  ['others', /^Remove these words/],
  ['Jane Doe and others', /^Remove these words/],
  ['Ada Lovelace*', /^Write \{ given: Ada, family: Lovelace, equal: true \}\.$/],
  ['**Ada Lovelace**', /^Write Ada Lovelace\.$/],
  ['Ada Lovelace (MIT)', /^Remove the brackets.*\{ name: Ada Lovelace, affiliation: MIT \}\.$/],
  ['[[Ada Lovelace]]', /^Remove the brackets/],
  ['@ada', /^Write the name/],
  ['ada@example.org', /^Write the name/],
  ['Ada Lovelace^1', /^Remove the mark/],
  ['Ada Lovelace†', /^Remove the mark/],
  ['Ada Lovelace¹', /^Remove the mark/],
  ['Ada Lovelace2', /^Remove the mark/],
  [
    'Ada Lovelace and Grace Hopper',
    /^Write each in an item of its own: \[Ada Lovelace, Grace Hopper\];/,
  ],
  ['A. Lovelace & G. Hopper', /^Write each in an item of its own: \[A\. Lovelace, G\. Hopper\];/],
  ['A. Lovelace; G. Hopper', /^Write each in an item of its own: \[A\. Lovelace, G\. Hopper\];/],
  ['Ada Lovelace, Grace Hopper, and Alan Turing', /\[Ada Lovelace, Grace Hopper, Alan Turing\]/],
  ['Jane Doe and Roe, R', /^Write each in an item of its own: \[Jane Doe, "Roe, R"\];/],
  ['Jane Doe (MIT, USA)', /\{ name: Jane Doe, affiliation: "MIT, USA" \}\.$/],
  ['[Jane Doe](https://x.org)', /^Write \{ name: Jane Doe, url: https:\/\/x\.org \}\.$/],
  ['[Jane Doe](mailto:jane@example.org)', /^Write Jane Doe\.$/],
  ['李世民、王小明', /\[李世民, 王小明\]/],
  ['Jane Doe and the ATLAS Collaboration', /\[Jane Doe, the ATLAS Collaboration\]/],
  ['Jane Doe, MIT', /affiliation: MIT \}\. As initials, .*: Jane Doe, M\. I\. T\.$/],
  ['Jane Doe, University of X', /^Write \{ name: Jane Doe, affiliation: University of X \}\.$/],
  ['Jane Doe, ETH Zurich, Switzerland', /affiliation: "ETH Zurich, Switzerland" \}\.$/],
  ['Jane Doe, Stanford', /^Write \{ name: Jane Doe, affiliation: Stanford \}\.$/],
  ['Jane Doe, Stanford, USA', /affiliation: "Stanford, USA" \}\.$/],
  ['Jane Doe, Dresden, Germany', /affiliation: "Dresden, Germany" \}\.$/],
  ['Doe, Jane, Stanford', /^Write \{ name: "Doe, Jane", affiliation: Stanford \}\.$/],
  ['Garcia Lopez, ANA', /A\. N\. A\. A given name is Garcia Lopez, Ana\.$/],
  ['Van Damme, Jean Claude', /or \{ given: Jean Claude, family: Van Damme \} for one\.$/],
  [
    'Jane Doe, Richard Roe, Some University',
    /\[\{ name: Jane Doe, affiliation: Some University \}, \{ name: Richard Roe, affiliation: Some/,
  ],
  [
    'Jane Doe, University of X and Richard Roe, MIT',
    /\[\{ name: Jane Doe, affiliation: University of X \}, \{ name: Richard Roe, affiliation: MIT \}\]/,
  ],
  ['Jane Doe und Richard Roe', /^Write each in an item of its own: \[Jane Doe, Richard Roe\];/],
  [
    'J. Doe, R. Roe',
    /^Write \[J\. Doe, R\. Roe\] for two people, or \{ given: R\. Roe, family: J\. Doe \} for one\.$/,
  ],
] as const)
  test(`${text} is not one name`, () => assert.match(findNameMistake(text)?.fix ?? '', fix));

test('BibTeX keeps a family name of two words together', () => {
  const tex = formatTexName(parsePlainName('José Ortega y Gasset'));
  assert.equal(tex, '{Ortega y Gasset}, José');
});

test('the nearest of a name is an author, and so is each name of a list in a fix', () => {
  for (const text of [
    'Ada Lovelace*',
    'Jane Doe^1,2^',
    'Jane Doe (MIT, USA)',
    'Jane Doe, Jr.*',
    '[Jane Doe](https://x.org/a,b)',
    '[Doe, Jane](https://x.org)',
    'Jane Doe (MIT)',
    'Jane Doe, MIT',
    'Jane Doe, University of Somewhere',
  ]) {
    const { nearest = '' } = findNameMistake(text) ?? {};
    const [value]: unknown[] = parse(`[${nearest}]`) as unknown[];
    assert.equal(author.safeParse(value).success, true, nearest);
  }
  const [, list = ''] = /(\[.+?\])/.exec(findNameMistake('Jane Doe and Roe, R')?.fix ?? '') ?? [];
  const names: unknown = parse(list);
  assert.deepEqual(names, ['Jane Doe', 'Roe, R']);
});

for (const text of [
  'García Márquez, JOSE',
  'García Márquez, Stanislav',
  'Ruth King, III',
  'Department of Physics, Stanford University',
  'Human Genome Project, Broad Institute',
  'Oxford, Edward',
])
  test(`${text} is one name`, () => assert.equal(findNameMistake(text), undefined));

test('a name without the mark has no mistake', () => {
  for (const text of ['Ada Lovelace†', 'Ada Lovelace2', 'Ada Lovelace^1,2^']) {
    const nearest = findNameMistake(text)?.nearest;
    assert.equal(nearest, 'Ada Lovelace');
    assert.equal(findNameMistake(nearest), undefined);
  }
});

test('the parts of a name are read in the same way', () => {
  const read = author.parse({ given: 'Bj\\o rn', family: 'M{\\o}ller', particle: 'van' });
  assert.deepEqual(read, { given: 'Bjørn', family: 'Møller', particle: 'van' });
});
