import { repeat, type Generator } from './generator.ts';

const start = `title: Probe
started: 2026-04
status: active
accent: ultramarine
tags: [Transformers]
references: [garg2022]
`;
const question = 'question: What is learnt?\n';

/** Lines of fields below the others, each with a question or without. */
const lines: [name: string, n: number, text: (n: number) => string][] = [
  ['unknown fields', 60, (n) => repeat(n, (i) => `field${i}: value\n`)],
  ['one field again', 60, (n) => repeat(n, () => 'field: value\n')],
  ['fields with an open mark', 60, (n) => repeat(n, (i) => `field${i}: "value\n`)],
  ['fields with two colons', 60, (n) => repeat(n, (i) => `field${i}: a: b\n`)],
  ['fields with a tab', 60, (n) => repeat(n, (i) => `field${i}:\n\t- a\n`)],
  ['lines without a colon', 60, (n) => repeat(n, (i) => `words ${i}\n`)],
  [
    'lines indented by turns',
    60,
    (n) => repeat(n, (i) => `${' '.repeat(i % 3)}field${i}: value\n`),
  ],
  ['remarks', 2000, (n) => repeat(n, (i) => `# remark ${i}\n`)],
  ['empty lines', 5000, (n) => repeat(n, () => '\n')],
  ['anchors', 60, (n) => repeat(n, (i) => `field${i}: &a${i} value\n`)],
  ['aliases', 60, (n) => repeat(n, (i) => `field${i}: *a\n`)],
  ['aliases of aliases', 60, (n) => repeat(n, (i) => `f${i}: &a${i} [*a${i - 1}, *a${i - 1}]\n`)],
  ['tags of YAML', 60, (n) => repeat(n, (i) => `field${i}: !a value\n`)],
  ['? levels', 10, (n) => `${'? '.repeat(n)}a\n`],
  ['? levels on lines', 10, (n) => repeat(n, (i) => `${' '.repeat(i)}?\n`)],
  ['lists, each in the one before', 10, (n) => `phases: \n  ${'- '.repeat(n)}a\n`],
  ['brackets, each in the one before', 10, (n) => `phases: ${'['.repeat(n)}${']'.repeat(n)}\n`],
  ['braces, each in the one before', 10, (n) => `phases: ${'{a: '.repeat(n)}b${'}'.repeat(n)}\n`],
  [
    'fields, each in the one before',
    10,
    (n) => `phases:\n${repeat(n, (i) => `${' '.repeat(i + 1)}a:\n`)}`,
  ],
  ['brackets that are not closed', 60, (n) => `phases: ${'['.repeat(n)}\n`],
  ['phases', 60, (n) => `phases:\n${repeat(n, (i) => `  - title: T${i}\n    summary: S\n`)}`],
  [
    'phases with mistakes',
    60,
    (n) => `phases:\n${repeat(n, (i) => `  - titel: T${i}\n    summary: 3\n`)}`,
  ],
  [
    'phases that cite',
    60,
    (n) => `phases:\n${repeat(n, (i) => `  - title: T${i}\n    summary: As @garg2022\n`)}`,
  ],
  [
    'changes',
    60,
    (n) =>
      `history:\n${repeat(n, () => '  - date: 2026-05-01\n    change: version\n    note: N\n')}`,
  ],
  [
    'changes too early',
    60,
    (n) => `history:\n${repeat(n, () => '  - date: 2020-05\n    change: version\n    note: N\n')}`,
  ],
  [
    'changes of no date',
    60,
    (n) => `history:\n${repeat(n, () => '  - date: May 2026\n    change: version\n    note: N\n')}`,
  ],
  ['parties', 60, (n) => `pipeline:\n  parties: [${repeat(n, (i) => `P${i}, `)}]\n  stages: []\n`],
  [
    'items of a pipeline',
    60,
    (n) =>
      `pipeline:\n  parties: [A, B]\n  stages:\n    - title: S\n      items:\n${repeat(n, (i) => `        - name: N${i}\n          seenBy: [A]\n`)}`,
  ],
  [
    'items that nobody sees',
    60,
    (n) =>
      `pipeline:\n  parties: [A, B]\n  stages:\n    - title: S\n      items:\n${repeat(n, () => '        - name: N\n          seenBy: [C]\n')}`,
  ],
];

/** A question that repeats one text. */
const texts: [name: string, n: number, text: string][] = [
  ['letters', 100_000, 'a'],
  ['capitals', 100_000, 'A'],
  ['words', 20_000, 'word '],
  ['quotation marks', 900, "'a "],
  ['dots', 900, '.'],
  ['dashes', 900, ' -- '],
  ['asterisks', 900, '*a '],
  ['underscores', 900, '_a '],
  ['backticks', 900, '`a '],
  ['brackets', 900, '[a '],
  ['brackets of footnotes', 900, '[^'],
  ['beginnings of links', 300, '[a]('],
  ['brackets of citations', 900, '[@a '],
  ['signs @', 900, ' @a'],
  ['dollar signs', 900, '$a '],
  ['brackets of TeX', 900, '\\('],
  ['commands of TeX', 900, '\\a'],
  ['signs <', 900, '<a '],
  ['tags', 300, '<a>'],
  ['signs &', 900, '&a'],
  ['letters of another script', 900, 'ж'],
  ['accents', 900, 'a\u0301'],
  ['spaces', 900, ' a  '],
];

const inList: [name: string, n: number, text: (i: number) => string][] = [
  ['tags', 300, (i) => `Tag ${i}`],
  ['one tag again', 300, () => 'Tag'],
  ['spellings of a tag', 300, (i) => (i % 2 ? 'tag' : 'Tag')],
  ['tags without letters', 300, () => '"+"'],
  ['tags that are numbers', 300, (i) => String(i)],
];

const build = (name: string, n: number, text: (n: number) => string): Generator => ({
  name: `fields, ${name}`,
  n,
  build: (n) => ({ 'content/threads/probe.mdx': `---\n${text(n)}---\n\nWords.\n` }),
});

export const fields: Generator[] = [
  ...lines.map(([name, n, text]) => build(name, n, (n) => start + question + text(n))),
  ...texts.map(([name, n, text]) =>
    build(`${name} of a question`, n, (n) => `${start}question: >-\n  a${text.repeat(n)}\n`),
  ),
  build('letters of a title', 100_000, (n) => start.replace('Probe', 'P'.repeat(n)) + question),
  build('letters of a tag', 10_000, (n) => start.replace('Transformers', 'P'.repeat(n)) + question),
  build('letters of a status', 10_000, (n) => start.replace('active', 'a'.repeat(n)) + question),
  build('letters of a field’s name', 10_000, (n) => `${start}${question}${'a'.repeat(n)}: b\n`),
  build('letters between marks', 100_000, (n) => `${start}question: "${'a'.repeat(n)}"\n`),
  build('lines of a question', 1000, (n) => `${start}question: a\n${'  b\n'.repeat(n)}`),
  build('empty lines of a question', 2000, (n) => `${start}question: a\n${'\n'.repeat(n)}  b\n`),
  build(
    'references',
    300,
    (n) =>
      start.replace(
        'garg2022',
        repeat(n, () => 'garg2022, '),
      ) + question,
  ),
  build(
    'references that are none',
    300,
    (n) =>
      start.replace(
        'garg2022',
        repeat(n, (i) => `a${i}, `),
      ) + question,
  ),
  ...inList.map(([name, n, text]) =>
    build(
      name,
      n,
      (n) =>
        start.replace(
          'Transformers',
          repeat(n, (i) => `${text(i)}, `),
        ) + question,
    ),
  ),
];
