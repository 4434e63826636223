import assert from 'node:assert/strict';
import { test } from 'node:test';
import { output } from '../../../src/kinds/output/schema.ts';
import { paper } from '../../../src/kinds/paper/schema.ts';
import { checkSchema } from '../../../src/loaders/schema-faults.ts';
import { parseYaml } from '../../../src/loaders/yaml.ts';
import { site } from '../../../src/schema/site.ts';

const kinds = {
  paper: [paper, 'content/papers/a.mdx', 'title: One\nstatus: draft\nabstract: A.\n'],
  output: [output, 'content/outputs/a.mdx', 'title: One\ntype: talk\n'],
  site: [
    site,
    'content/site.yaml',
    'title: T\neyebrow: E\nintro: I\nlanguage: en\naddress: https://example.org/\nnavigation: [{ label: R, page: / }]\n',
  ],
} as const;

for (const authors of ['"[*Jane Doe, Richard Roe]"', "\"['Jane Doe', 'Richard Roe\"", 'Jane / Roe'])
  test(`the authors ${authors} are told, and not guessed`, () => {
    const faults = check('paper', `authors: ${authors}\n`);
    assert.equal(faults.length, 1);
    assert.equal(faults[0]?.edits, undefined);
  });

function check(kind: keyof typeof kinds, fields: string) {
  const [schema, file, start] = kinds[kind];
  const source = parseYaml(start + fields, file);
  return [...source.faults, ...checkSchema(schema, source)];
}

const answered: [kind: keyof typeof kinds, fields: string, old: string, nearest: string][] = [
  [
    'paper',
    'links: {pdf: https://a.org/a}',
    '{pdf: https://a.org/a}',
    '{ label: PDF, address: https://a.org/a }',
  ],
  [
    'paper',
    'links:\n  - https://a.org/a.pdf',
    'https://a.org/a.pdf',
    '{ label: PDF, address: https://a.org/a.pdf }',
  ],
  [
    'paper',
    'links: https://a.org/a,b',
    'https://a.org/a,b',
    "{ label: Page, address: 'https://a.org/a,b' }",
  ],
  [
    'paper',
    'links:\n  - code: https://a.org/a',
    'code: https://a.org/a',
    '{ label: Code, address: https://a.org/a }',
  ],
  [
    'paper',
    'links:\n  - [PDF](https://a.org)',
    '- [PDF](https://a.org)',
    '- { label: PDF, address: https://a.org }',
  ],
  [
    'paper',
    'doi: 10.1000/abc',
    'doi: 10.1000/abc',
    'links: [{ label: DOI, address: https://doi.org/10.1000/abc }]',
  ],
  [
    'paper',
    "arxiv: '1906.01820'",
    "arxiv: '1906.01820'",
    'links: [{ label: arXiv, address: https://arxiv.org/abs/1906.01820 }]',
  ],
  ['output', 'slides: ./s.pdf', 'slides: ./s.pdf', 'links: [{ label: Slides, address: ./s.pdf }]'],
  [
    'paper',
    'address: ./paper.pdf',
    'address: ./paper.pdf',
    'links: [{ label: PDF, address: ./paper.pdf }]',
  ],
  [
    'paper',
    'href: https://a.org/',
    'href: https://a.org/',
    'links: [{ label: Page, address: https://a.org/ }]',
  ],
  [
    'paper',
    'url_pdf: ./paper.pdf',
    'url_pdf: ./paper.pdf',
    'links: [{ label: PDF, address: ./paper.pdf }]',
  ],
  [
    'paper',
    'code_link: https://a.org/',
    'code_link: https://a.org/',
    'links: [{ label: Code, address: https://a.org/ }]',
  ],
  ['output', 'location: Paris', 'location', 'place'],
  ...(
    [
      ['Jane Doe and Richard Roe', '[Jane Doe, Richard Roe]'],
      ['Jane Doe; Richard Roe', '[Jane Doe, Richard Roe]'],
      ['Jane Doe & Richard Roe', '[Jane Doe, Richard Roe]'],
      ['Jane Doe, Richard Roe', '[Jane Doe, Richard Roe]'],
      ['Jane Doe, Richard Roe, and Ann Poe', '[Jane Doe, Richard Roe, Ann Poe]'],
      ['Doe, Jane and Roe, Richard', "['Doe, Jane', 'Roe, Richard']"],
      ['"Doe, Jane; Roe, Richard"', "['Doe, Jane', 'Roe, Richard']"],
      ['"Doe, Jane"', "['Doe, Jane']"],
      ['Jane Doe^1, Richard Roe^2', '[Jane Doe, Richard Roe]'],
      ['Jane Doe, MIT', '[{ name: Jane Doe, affiliation: MIT }]'],
      [
        'Jane Doe, Richard Roe, MIT',
        '[{ name: Jane Doe, affiliation: MIT }, { name: Richard Roe, affiliation: MIT }]',
      ],
      [
        'Jane Doe, MIT, USA; Richard Roe',
        '[{ name: Jane Doe, affiliation: "MIT, USA" }, Richard Roe]',
      ],
      ['Jane Doe and the ATLAS Collaboration', '[Jane Doe, the ATLAS Collaboration]'],
      ['李世民、王小明', '[李世民, 王小明]'],
    ] as const
  ).map(([written, list]): [kind: 'paper', fields: string, old: string, nearest: string] => [
    'paper',
    `authors: ${written}`,
    written,
    list,
  ]),
  [
    'paper',
    'author: Jane Doe and Richard Roe',
    'author: Jane Doe and Richard Roe',
    'authors: [Jane Doe, Richard Roe]',
  ],
  ['site', 'author: Jane Doe', 'Jane Doe', '{ name: Jane Doe }'],
];

for (const [kind, fields, old, nearest] of answered)
  test(`the check answers once to ${JSON.stringify(fields)}, and takes its answer`, () => {
    const faults = check(kind, fields);
    assert.deepEqual(
      faults.map((fault) => fault.nearest),
      [nearest],
    );
    assert.deepEqual(
      check(
        kind,
        fields.replace(old, () => nearest),
      ),
      [],
    );
  });

test('the name of one person or group is a list of one', () => {
  for (const name of ['Jane Doe', 'The ATLAS Collaboration', 'Center for Science and Engineering'])
    assert.deepEqual(check('paper', `authors: ${name}`), []);
});

test('only the sure one of the readings of names is made', () => {
  const list = (names: string) =>
    check('paper', `authors: ${names}`).flatMap(({ edits }) => edits ?? []);
  assert.equal(list('Jane Doe and Richard Roe').length, 1);
  for (const unsure of ['Jane Doe, Richard Roe', '"Doe, Jane"', 'Jane Doe et al.'])
    assert.deepEqual(list(unsure), []);
});

test('a part that only the author knows is left open', () => {
  const fix = (kind: keyof typeof kinds, fields: string) =>
    check(kind, fields).map((fault) => fault.fix);
  assert.deepEqual(fix('output', 'versions: [1.0]'), ["Write { version: '1.0', date: … }."]);
  assert.deepEqual(fix('output', 'version: 1.0'), [
    "Write it as an item of “versions”: { version: '1.0', date: … }.",
  ]);
  assert.deepEqual(fix('paper', 'authors: Jane Doe and Richard Roe et al.'), [
    'Write [Jane Doe, Richard Roe, …].',
  ]);
  assert.deepEqual(fix('paper', 'links:\n  pdf: ./a.pdf\n  code: https://a.org/'), [
    'Write “- { label: PDF, address: ./a.pdf }” and “- { label: Code, address: https://a.org/ }”, each on its own line.',
  ]);
});

test('a file of works is no list of keys', () => {
  const [fault, ...others] = check('paper', 'bibliography: refs.bib');
  assert.deepEqual([others, fault?.edits, fault?.nearest], [[], undefined, undefined]);
});

test('only the item with a sign gets quotation marks', () => {
  assert.deepEqual(
    check('paper', 'authors: [**Jane Doe**, R. Roe]').map(({ nearest }) => nearest),
    ["authors: ['**Jane Doe**', R. Roe]"],
  );
});

test('the parts of a name have their names here', () => {
  const faults = check('paper', 'authors:\n  - {first: Jane, last: Doe}');
  assert.deepEqual(
    faults.map(({ nearest }) => nearest),
    ['given', 'family'],
  );
});
