import { repeat, type Generator } from './generator.ts';

const header = 'architecture,latency_ms,ndcg@10,low,high';
const queries = 'architecture,latency_ms,ndcg@10,query,length';
const figure = '<LatencyAccuracy id="fig-a" src="./table.csv" />\n';

/** Tables of measurements. */
const tables: [name: string, n: number, text: (n: number) => string][] = [
  ['rows', 100, (n) => `${header}\n${repeat(n, (i) => `A${i},1.5,0.5,0.4,0.6\n`)}`],
  ['one row again', 100, (n) => `${header}\n${repeat(n, () => 'A,1.5,0.5,0.4,0.6\n')}`],
  [
    'scores of queries',
    100,
    (n) => `${queries}\n${repeat(n, (i) => `A${i % 2},1.5,0.5,q${i >> 1},9\n`)}`,
  ],
  [
    'queries that are missing',
    100,
    (n) => `${queries}\n${repeat(n, (i) => `A${i},1.5,0.5,q${i},9\n`)}`,
  ],
  ['rows with mistakes', 100, (n) => `${header}\n${repeat(n, (i) => `A${i},x,5\n`)}`],
  ['open quotation marks', 100, (n) => `${header}\n${repeat(n, (i) => `"A${i},1,0.5,,\n`)}`],
  ['columns', 300, (n) => `${header}${repeat(n, (i) => `,c${i}`)}\n`],
  ['cells', 300, (n) => `${header}\n${repeat(n, () => '1,')}\n`],
  ['letters of a cell', 10_000, (n) => `${header}\n${'a'.repeat(n)},1,0.5,,\n`],
  ['empty lines', 10_000, (n) => `${header}\n${'\n'.repeat(n)}A,1,0.5,,\n`],
];

const thread = (i: number, fields = '', body = 'Words.') =>
  `---\ntitle: T${i}\nstarted: 2026-04\nstatus: active\naccent: violet\nquestion: Q?\n${fields}---\n\n${body}\n`;
const paper = (i: number, fields = '') =>
  `---\ntitle: T${i}\nstatus: draft\nabstract: A.\n${fields}---\n\nWords.\n`;

/** Entries, each a separate file. */
const entries: [name: string, n: number, file: (i: number, n: number) => [string, string]][] = [
  ['threads', 20, (i) => [`threads/t${i}`, thread(i)]],
  ['threads of one place', 20, (i) => [`threads/t${i}`, thread(i, 'order: 1\n')]],
  ['threads with tags', 20, (i) => [`threads/t${i}`, thread(i, `tags: [Tag ${i}, tag ${i}]\n`)]],
  ['papers of a thread', 20, (i) => [`papers/p${i}`, paper(i, 'threads: [probe]\n')]],
  ['papers of no thread', 20, (i) => [`papers/p${i}`, paper(i, `threads: [none${i}]\n`)]],
  [
    'threads that name others',
    20,
    (i, n) => [`threads/t${i}`, thread(i, '', `See @entry-t${(i + 1) % n}.`)],
  ],
  ['threads that name none', 20, (i) => [`threads/t${i}`, thread(i, '', `See @entry-none${i}.`)]],
  [
    'threads that link to pages',
    20,
    (i) => [`threads/t${i}`, thread(i, '', `[a](/research/t${i}/) [b](/none/${i}/)`)],
  ],
  [
    'entries of one name',
    20,
    (i) => [`${i % 2 ? 'papers' : 'threads'}/t${i >> 1}`, i % 2 ? paper(i) : thread(i)],
  ],
  ['files in a wrong place', 200, (i) => [`notes/t${i}`, 'Words.\n']],
];

const settings = `title: Research
eyebrow: Ongoing Work
intro: What is studied here.
language: en
navigation:
`;

export const site: Generator[] = [
  ...tables.map(([name, n, text]): Generator => ({
    name: `table, ${name}`,
    n,
    build: (n) => ({
      'content/threads/table.csv': text(n),
      'content/threads/second.mdx': thread(2, '', figure),
    }),
  })),
  ...entries.map(([name, n, file]): Generator => ({
    name: `site, ${name}`,
    n,
    build: (n) =>
      Object.fromEntries(
        Array.from({ length: n }, (_, i) => file(i, n)).map(([path, text]) => [
          `content/${path}.mdx`,
          text,
        ]),
      ),
  })),
  {
    name: 'site, links of the header',
    n: 200,
    build: (n) => ({
      'content/site.yaml': settings + repeat(n, (i) => `  - label: L${i}\n    page: /none${i}/\n`),
    }),
  },
];
