import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatName } from '../../../src/bibliography/format.ts';
import { findLists } from '../../../src/bibliography/name-lists.ts';
import { formatFullName, parseNames } from '../../../src/bibliography/names.ts';

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
  ['family="Roe", given="Mia"', ['Mia', '', 'Roe', '']],
  [tex`Ana \textcommabelow{S}tefan`, ['Ana', '', 'Ștefan', '']],
  [tex`given = {Bo, P.}, family={\'Ile}, suffix=III`, ['Bo, P.', '', 'Íle', 'III']],
  ['given=Mia, Roe', ['Roe', '', 'given=Mia', '']],
  ['Jean-Luc Picard', ['Jean-Luc', '', 'Picard', '']],
  ['山田 太郎', ['太郎', '', '山田', '']],
  ['ʻŌkina Kai', ['ʻŌkina', '', 'Kai', '']],
  ['Doe Jr., Jane Ann', ['Jane Ann', '', 'Doe', 'Jr.']],
  ['van Doe III, Jane', ['Jane', 'van', 'Doe', 'III']],
  ['Doe III, Jane D.', ['Jane D.', '', 'Doe', 'III']],
  ['Jane Ann Doe, Jr.', ['Jane Ann', '', 'Doe', 'Jr.']],
  ['III, Jane Doe', ['Jane', '', 'Doe', 'III']],
  ['Doe, Jane, PhD', ['Jane', '', 'Doe', '']],
  ['Doe, Jane, Ph.D.', ['Jane', '', 'Doe', '']],
  ['Doe, Jr., M.D.', ['M.D.', '', 'Doe', 'Jr.']],
  ['Doe, Jane, Prof. Dr.', ['Jane', '', 'Doe', '']],
  ['Silva, José, Filho', ['José', '', 'Silva', 'Filho']],
  ['Silva, Netto, José', ['José', '', 'Silva', 'Netto']],
  ['Prof. Dr. Jane van Doe', ['Jane', 'van', 'Doe', '']],
  ['Dr.-Ing. Jane Doe', ['Jane', '', 'Doe', '']],
  ['Doe, Mrs. Jane', ['Jane', '', 'Doe', '']],
  ['Doe, Dr. Jane', ['Jane', '', 'Doe', '']],
  ['Sir Ronald Fisher', ['Ronald', '', 'Fisher', '']],
  ['Dr. Seuss', ['Dr.', '', 'Seuss', '']],
  ['José Ortega y Gasset', ['José', '', 'Ortega y Gasset', '']],
  ['Maria Silva e Sousa', ['Maria', '', 'Silva e Sousa', '']],
  ['Antoni Gaudí i Cornet', ['Antoni', '', 'Gaudí i Cornet', '']],
  ['Jane e Silva', ['Jane', 'e', 'Silva', '']],
  ['J. e Silva', ['J.', 'e', 'Silva', '']],
  ['van Doe, MD', ['MD', 'van', 'Doe', '']],
  ['Ramón y Cajal', ['', '', 'Ramón y Cajal', '']],
  ['Ana de la Cruz y Santos', ['Ana', 'de la', 'Cruz y Santos', '']],
  ['Ana Ruiz y de la Cruz', ['Ana', '', 'Ruiz y de la Cruz', '']],
  ['de la Cruz y Santos, Ana', ['Ana', 'de la', 'Cruz y Santos', '']],
  ['محمد، علي', ['علي', '', 'محمد', '']],
  ['山、太郎', ['太郎', '', '山', '']],
  ['Doe，Jane', ['Jane', '', 'Doe', '']],
  ['Jane Doe (editor)', ['Jane', '', 'Doe', '']],
  ['Doe, Jane (Ed.)', ['Jane', '', 'Doe', '']],
  ['Jane Doe, MD', ['Jane', '', 'Doe', '']],
  ['Jane Doe, MD, PhD', ['Jane', '', 'Doe', '']],
  ['Jane Doe PhD', ['Jane', '', 'Doe', '']],
  ['Prof. R. Roe, PhD', ['R.', '', 'Roe', '']],
  ['Doe, MD', ['MD', '', 'Doe', '']],
  ['García Márquez, M.D.', ['M.D.', '', 'García Márquez', '']],
  ['Jane Doe <jane@example.org>', ['Jane', '', 'Doe', '']],
  ['Doe, Jane (jane@example.org)', ['Jane', '', 'Doe', '']],
  ['M&uuml;ller, Ga&#322;', ['Gał', '', 'Müller', '']],
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

test('the name of a group needs no braces', () => {
  for (const group of ['World Health Organization', 'University of Somewhere', 'Acme, Inc.'])
    assert.deepEqual(parseNames(group).names, [{ literal: group }]);
});

test('a name in braces keeps the commas of its script', () => {
  assert.deepEqual(parseNames('{山田、鈴木}').names, [{ literal: '山田、鈴木' }]);
});

test('a collaboration needs no braces', () => {
  assert.deepEqual(parseNames('LIGO Scientific Collaboration and the {ABC} Consortium').names, [
    { literal: 'LIGO Scientific Collaboration' },
    { literal: 'the ABC Consortium' },
  ]);
  assert.deepEqual(parseNames('LHCb collaboration and ATLAS COLLABORATION').names, [
    { literal: 'LHCb collaboration' },
    { literal: 'ATLAS COLLABORATION' },
  ]);
});

test('initials without points come last where they do in every name, as at PubMed', () => {
  const [novak, berg] = parseNames(tex`Nov{\'a}k FA and van der Berg M and others`).names;
  assert.deepEqual(novak, { given: 'F. A.', particle: '', family: 'Novák', suffix: '' });
  assert.deepEqual(berg, { given: 'M.', particle: 'van der', family: 'Berg', suffix: '' });
  assert.deepEqual(
    parseNames('Smith JA Jr and Roe M').names,
    parseNames('Smith Jr, J. A. and Roe, M.').names,
  );
  // A family name alone has no generation after it.
  assert.deepEqual(
    parseNames('Kim IV and Lee S').names,
    parseNames('Kim, I. V. and Lee, S.').names,
  );
  for (const list of ['Google AI and Meta AI', 'Henry Ford II and John Roe III'])
    assert.equal(parseNames(list).names.map(formatFullName).join(' and '), list);
  for (const mathematicians of ['Weinan E', 'Weinan E and Bing Yu'])
    assert.deepEqual(parseNames(mathematicians).names[0], parseNames('E, Weinan').names[0]);
});

test('a number of authors who are not named is no name', () => {
  for (const rest of [
    '{15 others}',
    '{and 9 others}',
    '20+ others',
    '1 other',
    '7 more',
    '7 more authors',
    '3~other colleagues',
  ])
    assert.deepEqual(parseNames(`Doe, Jane and ${rest}`), {
      ...parseNames('Doe, Jane and others'),
    });
  assert.equal(parseNames('{The Others}').andOthers, false);
});

test('a sign alone is no name', () => {
  assert.deepEqual(parseNames('{OpenAI} and : and {.}').names, [{ literal: 'OpenAI' }]);
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

const lists: [field: string, joined: string | undefined][] = [
  ['J. Doe, R. Roe', 'J. Doe and R. Roe'],
  ['Jane Doe, Richard Roe, and John Smith', 'Jane Doe and Richard Roe and John Smith'],
  ['J.-P. Doe, R. van Roe, K. Smith', 'J.-P. Doe and R. van Roe and K. Smith'],
  ['Doe, J., Roe, R.', 'Doe, J. and Roe, R.'],
  ['Zhou, Jie, Cui, Ganqu, Hu, Shengding', 'Zhou, Jie and Cui, Ganqu and Hu, Shengding'],
  ['Doe, Jane Ann, Roe, Richard', 'Doe, Jane Ann and Roe, Richard'],
  ['Doe, J.; Roe, R.', 'Doe, J. and Roe, R.'],
  ['Doe J, Roe RK, Smith K', 'Doe, J and Roe, RK and Smith, K'],
  ['J. Doe & R. Roe', 'J. Doe and R. Roe'],
  ['Doe, Jane and Roe, Richard', undefined],
  ['Doe Smith, Jane Ann', undefined],
  ['King, Jr., Martin Luther', undefined],
  ['Doe, J., Jr.', undefined],
  ['Doe, John A. B.', undefined],
  ['M&uuml;ller, Jane', undefined],
  ["de la Cruz, Mar{\\'\\i}a", undefined],
  ['{Barnes, Noble, and Sons}', undefined],
  ['{The {LHC} \\& {ATLAS} Collaboration}', undefined],
  ['family=Doe, given=Jane, prefix=van', undefined],
  ['Juan Pérez y María López', 'Juan Pérez and María López'],
  ['José Ortega y Gasset', undefined],
  ['Antoni Gaudí i Cornet', undefined],
  ['山田太郎，鈴木花子，佐藤次郎', '山田太郎 and 鈴木花子 and 佐藤次郎'],
  ['李世民，王小明', '李世民 and 王小明'],
  ['李世民；王小明', '李世民 and 王小明'],
  ['김철수, 이영희', '김철수 and 이영희'],
  ['长谷川，健太郎', undefined],
  ['山田, 太郎', undefined],
  ['{山田、鈴木、佐藤}', undefined],
  ['Maria Silva e Souza', undefined],
];

for (const [field, joined] of lists)
  test(`${field} ${joined === undefined ? 'is no list' : 'is a list'} that “and” should join`, () => {
    assert.equal(findLists(field)[0]?.joined, joined);
    if (joined !== undefined) assert.deepEqual(findLists(joined), []);
  });

const printed: [written: string, spoken: string, short: string][] = [
  ['李, 世民', '李世民', '李世民'],
  ['李 世民', '李世民', '李世民'],
  ['김, 민수', '김민수', '김민수'],
  ['Wang, 小明', '小明 Wang', 'Wang, 小明'],
  ['Doe, J., Jr.', 'J. Doe Jr.', 'Doe, J., Jr.'],
  ['Martin Luther King Jr.', 'Martin Luther King Jr.', 'King, M. L., Jr.'],
  ['Aoife {Ó Briain}', 'Aoife Ó Briain', 'Ó Briain, A.'],
  ['Jane Doe 0001', 'Jane Doe', 'Doe, J.'],
];

for (const [written, spoken, short] of printed)
  test(`the name ${written} in speech and in a list`, () => {
    const [name] = parseNames(written).names;
    assert(name);
    assert.deepEqual([formatFullName(name), formatName(name)], [spoken, short]);
  });

for (const field of ['Doe, J. andRoe, R.', 'Doe, J.and Roe, R.', '{Doe}, {J.}and Roe, R.'])
  test(`${field} is two people`, () => {
    assert.deepEqual(parseNames(field).names.map(formatName), ['Doe, J.', 'Roe, R.']);
  });

test('a name that ends in “and” is one', () => {
  for (const [field, name] of [
    ['Ayn {R}and and Jane Doe', 'Rand, A.'],
    [tex`Ayn {\.R}and and Jane Doe`, 'Ṙand, A.'],
    [tex`Ayn Fern\.and and Jane Doe`, 'Fernȧnd, A.'],
  ])
    assert.deepEqual(parseNames(field ?? '').names.map(formatName), [name, 'Doe, J.']);
});

test('the comma of an enumeration stands between people', () => {
  const list = (field: string) => parseNames(field).names.map(formatFullName);
  assert.deepEqual(list('李世民、王小明'), ['李世民', '王小明']);
  assert.deepEqual(list('欧阳修、司马光 and 李白'), ['欧阳修', '司马光', '李白']);
  assert.deepEqual(list('李 世民、王 小明'), ['李世民', '王小明']);
  assert.deepEqual(list('李、世民'), ['李世民']);
});

/** Names as on the title page of an article, and as they are printed. */
const marked: [written: string, printed: string][] = [
  ['Jane Doe$^{1}$', 'Jane Doe'],
  ['Jane Doe$^{1,2,\\dagger}$', 'Jane Doe'],
  ['Jane Doe\\,$^1$', 'Jane Doe'],
  ['Jane Doe\\textsuperscript{1,2}', 'Jane Doe'],
  ['Jane Doe*†', 'Jane Doe'],
  ['Jane Doe{\\dag}', 'Jane Doe'],
  ['Doe*, Jane', 'Jane Doe'],
  ['Doe, Jane$^\\ast$', 'Jane Doe'],
  ['Jane Doe\\thanks{MIT}', 'Jane Doe'],
  ['Jane Doe\\footnotemark[1]', 'Jane Doe'],
  ['Jane Doe\\inst{1}\\orcidlink{0000-0000}', 'Jane Doe'],
  ['Jane Doe (MIT)', 'Jane Doe'],
  ['Jane Doe [University of Somewhere, Paris]', 'Jane Doe'],
  ['Doe, Jane (Univ. Paris)', 'Jane Doe'],
  ['Doe, Jane (Jenny)', 'Jane (Jenny) Doe'],
  ['Doe, Jane (ORCID: 0000-0001)', 'Jane Doe'],
  ['Shimin Li 李世民', 'Shimin Li'],
  ['$^1$Jane Doe', 'Jane Doe'],
  ['Doe J.', 'J. Doe'],
  ['van Doe J.-P.', 'J.-P. van Doe'],
  ['World Health Organization (WHO)', 'World Health Organization (WHO)'],
  ['{Team A*}', 'Team A*'],
  ['Foo Lab$^*$', 'Foo Lab'],
  ['{Foo Lab}$^*$', 'Foo Lab'],
  ["O'Brien C.", 'C. O’Brien'],
  ['McDonald R.', 'R. McDonald'],
  ['De Vries H.', 'H. De Vries'],
];

for (const [written, spoken] of marked)
  test(`a mark is no part of the name in ${written}`, () => {
    assert.deepEqual(parseNames(`${written} and Roe, Ann`).names.map(formatFullName), [
      spoken,
      'Ann Roe',
    ]);
  });

test('MD after two words is a degree, unless others have initials in its place', () => {
  const [one] = parseNames('Garcia Lopez, MD and Roe, Ann').names;
  assert(one);
  assert.equal(formatFullName(one), 'Garcia Lopez');
  const [other] = parseNames('Garcia Lopez, MD and Roe, AB').names;
  assert(other);
  assert.equal(formatName(other), 'Garcia Lopez, M. D.');
});

for (const field of [
  'Doe, Jane and others',
  'Jane Doe et al.',
  'Doe, Jane, et~al.',
  'Jane Doe and {et al.}',
])
  test(`nobody is called others: ${field}`, () => {
    const { names, andOthers } = parseNames(field);
    assert.deepEqual(names.map(formatFullName), ['Jane Doe']);
    assert.equal(andOthers, true);
  });

for (const list of [
  'Doe, Jane and {\\textit{et al.}}',
  'Doe, Jane and \\emph{et al.}',
  'Doe, Jane {\\em et al.}',
])
  test(`“${list}” has others after Jane Doe`, () =>
    assert.deepEqual(parseNames(list), parseNames('Doe, Jane and others')));

test('names are joined by “and,” and by the command of LaTeX too', () => {
  const { names } = parseNames(tex`Jane Doe and, Richard Roe \and Ann Poe`);
  assert.deepEqual(names.map(formatFullName), ['Jane Doe', 'Richard Roe', 'Ann Poe']);
});

test('a group has no given name, whatever stands around it', () => {
  for (const [written, literal] of [
    ['R Core Team, ', 'R Core Team'],
    ['Data Center of the Weather Service, ', 'Data Center of the Weather Service'],
    ['The {Foundations Program}', 'The Foundations Program'],
    ['{Foundations Program}, The', 'The Foundations Program'],
  ] as const)
    assert.deepEqual(parseNames(written).names, [{ literal }]);
});

test('two people, of whom one has a number, are no list of initials', () => {
  assert.deepEqual(findLists('Roe, A. and Doe III, Jane D. and Poe, B.'), []);
});
