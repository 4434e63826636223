import { formatFields, writeContent, writeEntry } from './files.ts';

const word = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
const address = `https://example.org/${'a-part/'.repeat(14)}page.html`;
const formula = String.raw`\left[${Array.from({ length: 20 }, (_, index) => `a_{${index}}`).join('')}\right]`;
const sum = Array.from({ length: 24 }, (_, index) => `a_{${index}}`).join(' + ');
const code = `def ${'a_name_that_goes_on_'.repeat(5)}(x): return x`;

const heads = [
  'Model',
  'Parameters',
  'Training loss',
  'Validation',
  'Accuracy',
  'Latency',
  'Memory',
];
const cells = ['Transformer-XL', '1,300,000,000', '2.3456', '2.4567', '0.9123', '1234.5', '80.25'];
const table = [heads, heads.map(() => '---'), cells, [word, address, ...cells.slice(2)]]
  .map((row) => `| ${row.join(' | ')} |`)
  .join('\n');

const indent = (text: string, mark: string): string => text.replace(/^/gm, mark);
const fence = `\`\`\`python title="${'a/long/path/'.repeat(6)}file.py"\n${code}\n\`\`\``;
const blocks = [table, `$$\n${sum}\n$$`, fence].join('\n\n');

const body = `## ${word} and ${address}

A ${word}, ${address}, \`${'a_name_that_goes_on_'.repeat(5)}\` and $${formula}$ [@long2020, §${word}].

### A formula $${formula}$

${blocks}

<Table id="tbl-wide" caption="${word}">

${table}

</Table>

- ${word}

${indent(blocks, '  ')}

${indent(`${word}\n\n${blocks}`, '> ')}

A note[^1].

[^1]: ${word}, ${address} and $${formula}$.

<Aside title="${word}">

${address}

</Aside>

<details>
<summary>${word}</summary>

${table}

</details>
`;

/** Writes a site in which everything is too wide for a phone. */
export function writeWideSite(root: string): void {
  const settings = {
    title: 'Wide',
    eyebrow: 'E',
    intro: address,
    language: 'en',
    author: { name: `Ada ${word}` },
    navigation: [{ label: 'Research', page: '/' }],
  };
  writeContent(root, 'site.yaml', formatFields(settings));
  const work = `title = {${word}}, author = {${word}, Ada}, year = {2020}`;
  writeContent(
    root,
    'references.bib',
    `@misc{long2020, ${work}, howpublished = {\\url{${address}}}}\n`,
  );
  const thread = {
    title: `${word} of ρ, Nguyễn Thị Ánh, x⁵ and Ж`,
    started: '2026-01',
    status: 'active',
    accent: 'violet',
    tags: [word, 'Short'],
    question: `${word}, ${address}?`,
    phases: [{ title: word, summary: `${address} [@long2020]` }],
    analyses: [{ mark: 'A', title: word, summary: address }],
    history: [{ date: '2026-04-09', change: 'phase-begun', note: word }],
  };
  writeEntry(root, 'threads/wide', thread, body);
  writeEntry(root, 'papers/long', {
    title: word,
    status: 'published',
    venue: { acronym: word, year: 2026, name: word },
    date: '2026-01',
    abstract: address,
    authors: [`Ada ${word}`],
    tags: [word],
    threads: ['wide'],
    links: [{ label: word, address }],
  });
}
