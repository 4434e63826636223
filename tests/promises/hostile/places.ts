/** A location for a payload, and the files of an entry that holds it there. */
export interface InjectionPoint {
  name: string;
  /** Returns the files of the entry, by path below `content/`. `slug` is its own. */
  build: (payload: string, slug: string) => Record<string, string | Buffer>;
}

const quoted = (text: string): string => JSON.stringify(text);
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** Adds the required fields. */
function addMissing(fields: string, usual: Record<string, string>): string {
  const missing = Object.entries(usual)
    .filter(([name]) => !new RegExp(`^${name}:`, 'm').test(fields))
    .map(([name, value]) => `${name}: ${value}`);
  return [...missing, fields].join('\n').trim();
}

const thread = (slug: string, fields: string, body = ''): Record<string, string> => {
  const head = addMissing(fields, {
    title: `Entry ${slug}`,
    question: 'What is planted?',
    started: '2026-04',
    status: 'active',
    accent: 'violet',
  });
  return { [`threads/${slug}.mdx`]: `---\n${head}\n---\n\n${body}\n` };
};

const paper = (slug: string, fields: string): Record<string, string> => {
  const usual = { title: `Entry ${slug}`, status: 'draft', abstract: 'An abstract.' };
  return { [`papers/${slug}.mdx`]: `---\n${addMissing(fields, usual)}\n---\n` };
};

/** A field of a thread or a paper, with `#` in place of the payload. */
const field = (
  kind: typeof thread | typeof paper,
  name: string,
  pattern: string,
): InjectionPoint => ({
  name,
  build: (payload, slug) =>
    kind(
      slug,
      pattern.replace('#', () => quoted(payload)),
    ),
});

const inBody = (
  name: string,
  pattern: string,
  change = (text: string) => text,
): InjectionPoint => ({
  name,
  build: (payload, slug) =>
    thread(
      slug,
      '',
      pattern.replaceAll('#', () => change(payload)),
    ),
});

const pipeline = (party: string, stage: string, item: string): string =>
  `pipeline:\n  parties: [A, ${party}]\n  stages:\n    - title: ${stage}\n      summary: ${stage}\n` +
  `      items:\n        - name: ${item}\n          seenBy: [A]\n          basis: ${item}`;

const work = (name: string, value: string): InjectionPoint => ({
  name,
  build: (payload, slug) => ({
    'references.bib': `@article{${slug},\n  title = {Work ${slug}},\n  author = {Doe, Jane},\n  journal = {Journal},\n  year = {2020},\n  ${value.replace('#', () => payload)}\n}\n`,
    ...thread(slug, `references: [${slug}]`, `As [@${slug}] shows, and @${slug}.`),
  }),
});

const setting = (name: string, pattern: string): InjectionPoint => ({
  name,
  build: (payload) => ({ 'site.yaml': settings(pattern.replace('#', () => quoted(payload))) }),
});

const settings = (fields: string): string =>
  addMissing(fields, {
    title: 'Research',
    eyebrow: 'Work',
    intro: 'What is studied.',
    language: 'en',
    navigation: '[{label: Papers, page: /papers/}]',
  });

export const places: InjectionPoint[] = [
  field(thread, 'title of a thread', 'title: #'),
  field(thread, 'tag', 'tags: [#]'),
  field(thread, 'question', 'question: #'),
  field(thread, 'approach', 'approach: #'),
  field(thread, 'phase', 'phases: [{title: Phase, summary: #}]'),
  field(thread, 'title of a phase', 'phases: [{title: #, summary: Done.}]'),
  field(thread, 'name of an architecture', 'architectures: [{name: #, family: F, mixing: wkv}]'),
  field(
    thread,
    'heading',
    'architectures: [{name: A, family: F, mixing: wkv}]\narchitecturesHeading: #',
  ),
  field(thread, 'analysis', 'analyses: [{mark: A, title: Analysis, summary: #}]'),
  field(thread, 'repository', 'repository: #'),
  field(thread, 'note of the history', 'history: [{date: 2026-05, change: correction, note: #}]'),
  {
    name: 'pipeline',
    build: (text, slug) => thread(slug, pipeline(quoted(text), quoted(text), quoted(text))),
  },
  field(paper, 'title of a paper', 'title: #'),
  field(paper, 'short name', 'short: #'),
  field(paper, 'abstract', 'abstract: #'),
  field(paper, 'author', 'authors: [#]'),
  field(paper, 'venue', 'status: submitted\nvenue: {acronym: V, year: 2026, name: #}'),
  field(paper, 'label of a link', 'links: [{label: #, address: https://example.org/}]'),
  field(paper, 'address of a link', 'links: [{label: PDF, address: #}]'),
  inBody('paragraph', '#'),
  inBody('paragraph with words', 'Words # words.'),
  inBody('code in a sentence', 'Words `#` words.'),
  inBody('heading of a section', '## #'),
  inBody('words of a link', '[#](https://example.org/)'),
  inBody('target of a link', '[words](#)'),
  inBody('target of a link in brackets', '[words](<#>)'),
  inBody('title of a link', '[words](https://example.org/ "#")'),
  inBody('alternative text', '![#](./plate.png)'),
  inBody('title of a picture', '![Words](./plate.png "#")'),
  inBody('address of a picture', '![Words](<#>)'),
  inBody('code', '```html\n#\n```'),
  inBody('title of code', '```html title="#"\nx\n```'),
  inBody('language of code', '```#\nx\n```'),
  inBody('formula', '$#$'),
  inBody('text in a formula', '$\\text{#}$'),
  inBody('link in a formula', '$\\href{#}{x} \\url{#}$'),
  inBody('data in a formula', '$\\htmlData{a=#}{x} \\htmlClass{#}{y} \\htmlId{#}{z}$'),
  inBody('picture in a formula', '$\\includegraphics[alt=#]{#}$'),
  inBody('displayed formula', '$$\n#\n$$'),
  inBody('footnote', 'Words.[^1]\n\n[^1]: # in a note.'),
  inBody('cell of a table', '| a | b |\n| - | - |\n| # | x |'),
  inBody('citation', 'As [@garg2022, #] shows.'),
  inBody('caption of a figure', '<Figure id="fig-x" src="./plate.png" alt="A">\n\n#\n\n</Figure>'),
  inBody('caption of a table', '<Table id="tbl-x" caption="#">\n\n| a |\n| - |\n| b |\n\n</Table>'),
  inBody('title of an aside', '<Aside title="#">\n\nWords.\n\n</Aside>'),
  inBody('title of an aside, escaped', '<Aside title="#">\n\nWords.\n\n</Aside>', escaped),
  inBody(
    'alternative text of a figure, escaped',
    '<Figure id="fig-x" src="./plate.png" alt="#" />',
    escaped,
  ),
  inBody('source of a figure, escaped', '<Figure id="fig-x" src="#" alt="A" />', escaped),
  inBody('title of an abbreviation, escaped', 'An <abbr title="#">abbr.</abbr>', escaped),
  inBody('language of words, escaped', 'A <span lang="#">Wort</span>.', escaped),
  inBody(
    'source of a quotation, escaped',
    '<blockquote cite="#">\n\nWords.\n\n</blockquote>',
    escaped,
  ),
  inBody('any attribute, escaped', 'H<sub class="#" id="#" data-x="#">2</sub>O', escaped),
  inBody('link of HTML, escaped', 'A <a href="#">link</a>.', escaped),
  inBody('remark', 'Words. {/* # */}'),
  inBody('summary', '<details>\n<summary>#</summary>\n\nWords.\n\n</details>'),
  {
    name: 'table of measurements',
    build: (payload, slug) => ({
      ...thread(
        slug,
        '',
        `<LatencyAccuracy id="fig-x" src="./${slug}.csv">\n\nWords.\n\n</LatencyAccuracy>`,
      ),
      [`threads/${slug}.csv`]: `architecture,latency_ms,ndcg@10\n"${payload.replaceAll('"', '""')}",4.2,0.6\nB,9,0.7\n`,
    }),
  },
  {
    name: 'table and title of a plot',
    build: (payload, slug) => ({
      ...thread(
        slug,
        '',
        `<Plot id="fig-x" src="./${slug}.csv" title="${escaped(payload)}" kind="bar" x="name" y="size" series="part" />`,
      ),
      [`threads/${slug}.csv`]: `name,size,part\n"${payload.replaceAll('"', '""')}",4.2,"${payload.replaceAll('"', '""')}"\nB,9,b\n`,
    }),
  },
  work('title of a work', 'title = {#}'),
  work('author of a work', 'author = {#}'),
  work('journal of a work', 'journal = {#}'),
  work('note of a work', 'note = {#}'),
  work('address of a work', 'url = {#}'),
  work('DOI of a work', 'doi = {#}'),
  work('pages of a work', 'pages = {#}'),
  work('unknown field of a work', 'howpublished = {#}, abstract = {#}, file = {#}'),
  setting('title of the site', 'title: #'),
  setting('line above the title', 'eyebrow: #'),
  setting('introduction', 'intro: #'),
  setting('author of the site', 'author: {name: #}'),
  setting('label of the navigation', 'navigation: [{label: #, page: /papers/}]'),
  setting('address of the site', 'address: #'),
];

/** Builds an entry that shows a drawing. */
export function buildDrawingEntry(drawing: string, slug: string): Record<string, string> {
  return {
    ...thread(slug, '', `![A drawing](./${slug}.svg)`),
    [`threads/${slug}.svg`]: drawing,
  };
}
