import { repeat, type Generator } from './generator.ts';

/** Builds an entry on one line. */
const entry = (key: string, fields = '', title = `Title of ${key}`) =>
  `@misc{${key}, title = {${title}}, author = {Doe, Jane}, year = {2020}${fields}}\n`;

/** Writes a number in letters only. */
const spell = (number: number) =>
  number.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'.charAt(Number(digit)));

/** Texts below the works of the fixture, by the repeated part. */
const kinds: [name: string, n: number, text: (n: number) => string][] = [
  ['works', 150, (n) => repeat(n, (i) => entry(`k${i}`))],
  ['works that are cited in a row', 150, (n) => repeat(n, (i) => `${entry(`k${i}`)}\n\n`)],
  ['works of one key', 150, (n) => repeat(n, () => entry('k'))],
  ['works of one title', 150, (n) => repeat(n, (i) => entry(`k${i}`, '', 'Editorial'))],
  [
    'works of one title on other pages',
    150,
    (n) => repeat(n, (i) => entry(`k${i}`, `, pages = {${i}}`, 'Editorial')),
  ],
  ['works of one DOI', 150, (n) => repeat(n, (i) => entry(`k${i}`, ', doi = {10.1000/182}'))],
  [
    'works in one another',
    150,
    (n) => repeat(n, (i) => entry(`k${i}`, `, crossref = {k${i + 1}}`)) + entry(`k${n}`),
  ],
  ['works in no book', 150, (n) => repeat(n, (i) => entry(`k${i}`, `, crossref = {none${i}}`))],
  [
    'works without an author',
    150,
    (n) => repeat(n, (i) => `@misc{k${i}, title = {T${i}}, year = 2020}\n`),
  ],
  ['works of a wrong type', 150, (n) => repeat(n, (i) => `@artcle{k${i}, title = {T${i}}}\n`)],
  [
    'works that are not closed',
    150,
    (n) => repeat(n, (i) => `@misc{k${i}, title = {T${i}, year = 2020}\n`),
  ],
  [
    'works in one line that are not closed',
    150,
    (n) => repeat(n, (i) => `@misc{k${i}, title = {T`),
  ],
  [
    'works closed too early',
    150,
    (n) => repeat(n, (i) => `@misc{k${i}, title = {T}}, year = 2020}\n`),
  ],
  ['works without commas', 150, (n) => repeat(n, (i) => `@misc{k${i} title = {T} year = 2020}\n`)],
  ['works without a key', 150, (n) => repeat(n, () => '@misc{title = {T}, year = 2020}\n')],
  ['comments that are not closed', 150, (n) => repeat(n, () => '@comment{ a\n')],
  ['signs @', 5000, (n) => repeat(n, () => ' @')],
  ['signs @ in lines', 2000, (n) => repeat(n, () => '@misc\n')],
  ['remarks', 2000, (n) => repeat(n, (i) => `% remark ${i}\n`)],
  ['closing braces', 5000, (n) => repeat(n, () => '}\n')],
  ['macros', 300, (n) => repeat(n, (i) => `@string{m${i} = {value ${i}}}\n`)],
  [
    'macros that double',
    3,
    (n) => '@string{m0 = {ab}}\n' + repeat(n, (i) => `@string{m${i + 1} = m${i} # m${i}}\n`),
  ],
  [
    'macros that grow',
    300,
    (n) => repeat(n, (i) => `@string{m${i} = ${i % 100 === 0 ? '' : `m${i - 1} # `}{ab}}\n`),
  ],
  ['macros that are none', 150, (n) => repeat(n, (i) => entry(`k${i}`, `, note = none${i}`))],
  [
    'fields',
    300,
    (n) =>
      entry(
        'k',
        repeat(n, (i) => `, field${i} = {a}`),
      ),
  ],
  [
    'one field again',
    300,
    (n) =>
      entry(
        'k',
        repeat(n, () => ', note = {a}'),
      ),
  ],
  ['pieces of a value', 500, (n) => entry('k', `, note = {a}${' # {a}'.repeat(n)}`)],
  ['letters of a value', 50_000, (n) => entry('k', `, note = {${'a'.repeat(n)}}`)],
  ['lines of a value', 5000, (n) => entry('k', `, note = {${'a\n'.repeat(n)}}`)],
  [
    'empty lines of an open value',
    3000,
    (n) => `@misc{k, title = {T${'\n'.repeat(n)}} a, year = 2020}`,
  ],
  [
    'braces, each in the one before',
    10,
    (n) => entry('k', `, note = {${'{'.repeat(n)}${'}'.repeat(n)}}`),
  ],
  [
    'accents, each on the one before',
    10,
    (n) => entry('k', '', `${"\\'{".repeat(n)}a${'}'.repeat(n)}`),
  ],
  ['accents', 1000, (n) => entry('k', '', "\\'e ".repeat(n))],
  ['dollar signs', 1001, (n) => entry('k', '', '$ a '.repeat(n))],
  ['brackets of TeX', 2000, (n) => entry('k', '', '\\( a '.repeat(n))],
  [
    'commands that are none',
    300,
    (n) =>
      entry(
        'k',
        '',
        repeat(n, (i) => `\\zz${spell(i)} `),
      ),
  ],
  [
    'letters of an identifier',
    5000,
    (n) => entry('k', `, archiveprefix = {arXiv}, eprint = {${'a'.repeat(n)}}`),
  ],
  ['letters of a year', 5000, (n) => entry('k', `, date = {${'1'.repeat(n)}}`)],
  ['letters of an address', 5000, (n) => entry('k', `, url = {${'a'.repeat(n)}}`)],
  ['letters of a key', 5000, (n) => entry('k'.repeat(n))],
  ['letters of a type', 5000, (n) => `@${'k'.repeat(n)}{k, title = {T}}`],
  [
    'authors',
    500,
    (n) =>
      `@misc{garg2023, title = {T}, year = 2020, author = {${repeat(n, (i) => `Doe${i}, Jane and `)}Roe, R}}\n`,
  ],
  [
    'authors of one name',
    500,
    (n) =>
      `@misc{garg2023, title = {T}, year = 2020, author = {${repeat(n, () => 'Doe, Jane and ')}Roe, R}}\n`,
  ],
  [
    'authors with mistakes',
    300,
    (n) =>
      `@misc{k, title = {T}, year = 2020, author = {${repeat(n, (i) => `A${i} et al. and `)}Roe, R}}\n`,
  ],
  [
    'words of a name',
    1000,
    (n) => `@misc{k, title = {T}, year = 2020, author = {Doe, ${'jane '.repeat(n)}B}}\n`,
  ],
];

/** Works that a thread lists, by authors with similar names. */
const spellings: [name: string, n: number, author: (i: number) => string][] = [
  [
    'spellings of a name',
    60,
    (i) => `Doe, ${String.fromCharCode(65 + (i % 26))}${'a'.repeat(i / 26)}`,
  ],
  ['spellings of names', 60, (i) => `Doe${Math.floor(i / 3)}, ${['Jane', 'J.', 'Jane M.'][i % 3]}`],
];

const file = 'content/references.bib';
const base = entry('garg2022') + entry('hubinger2019');

export const bibliography: Generator[] = [
  ...kinds.map(([name, n, text]): Generator => ({
    name: `bibliography, ${name}`,
    n,
    build: (n) => ({ [file]: base + text(n) }),
  })),
  ...spellings.map(([name, n, author]): Generator => ({
    name: `bibliography, ${name}`,
    n,
    build: (n) => ({
      [file]:
        base +
        repeat(n, (i) => `@misc{k${i}, title = {T ${i}}, author = {${author(i)}}, year = 2020}\n`),
      'content/threads/second.mdx': `---\ntitle: S\nstarted: 2026-04\nstatus: active\naccent: violet\nquestion: Q?\nreferences:\n${repeat(n, (i) => `  - k${i}\n`)}---\n\nWords.\n`,
    }),
  })),
];
