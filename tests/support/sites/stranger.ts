import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../../src/cli/project.ts';
import { buildBody } from './body.ts';
import { createChooser } from './chooser.ts';
import { buildPaper, buildThread } from './entries.ts';
import { createFigureBuilder, growth } from './interactive-figures.ts';
import { formatFields, writeContent, writeEntry } from './files.ts';
import { owner } from './names.ts';
import { buildWorks } from './works.ts';

const settings = {
  title: owner,
  eyebrow: 'R&D — «Исследования»',
  intro:
    'What is studied here, by whom, & why: 机器学习, למידת מכונה, تعلم الآلة, at 100 % and for n < 30.',
  language: 'de-CH',
  address: 'https://stranger.example/work/',
  author: {
    name: owner,
    otherNames: ['Жофия Ленцкая-Нгуен', 'Žofia Łęcka'],
    github: 'zofia',
    orcid: '0000-0002-1825-0097',
    email: 'zofia@stranger.example',
    position: 'Профессор & <заведующая>',
    affiliation: [
      {
        name: 'Universität Zürich',
        department: '計算機科學系',
        url: 'https://uni.stranger.example/',
      },
      'معهد البحوث',
    ],
    photo: { src: './portrait.png', alt: 'Žofia Łęcka-Nguyễn “in the field” & at work' },
    biography:
      'Die Autorin untersucht *tiefe* Netze mit $f_n < 30$ & [mehr](https://stranger.example/more?a=b&c).\n\nהיא לימדה בחיפה ו**בציריך**.',
    website: 'https://пример.рф/',
    scholar: 'https://scholar.google.ch/citations?hl=de&user=ZofiaStrangr',
    semanticScholar: '7654321',
    dblp: 'https://dblp.org/pid/98/7654.html',
    openReview: '~Žofia_Łęcka-Nguyễn1',
    huggingFace: 'zofia',
    mastodon: '@zofia@social.stranger.example',
    bluesky: 'zofia.stranger.example',
    links: [{ label: '领英 & Co.', address: 'https://links.stranger.example/in/zofia' }],
  },
  license: 'CC-BY-NC-SA-4.0',
  picture: 'mixers',
  accent: 'rebeccapurple',
  bibtexPrivate: ['opinion'],
  macros: { R: '\\mathbb{R}' },
  navigation: [
    ['Research', '/'],
    ['Papers', '/papers/'],
    ['Ссылки', '/references/'],
    ['标签', '/tags/'],
    ['C++', '/tags/c-plus-plus/'],
    ['Statement', '/statement/'],
  ]
    .map(([label, page]): object => ({ label, page }))
    .concat([
      { label: 'Lebenslauf', address: './lebenslauf.txt' },
      { label: 'أخرى', address: 'https://stranger.example/elsewhere/' },
    ]),
};

const pages = {
  about: { title: 'Über mich & «обо мне»', label: 'Über mich', order: 1, formerly: '/me/' },
  teaching: {
    title: 'Teaching, teaching $\\lambda$, and *more* teaching',
    description: 'Courses & theses, for n < 30.',
    language: 'en',
  },
  join: { title: 'הצטרפות', language: 'he', navigation: false },
};

const outputs = {
  engine: {
    title: 'Engine & «Двигатель» for $n \\to \\infty$',
    type: 'software',
    abstract: 'It computes **nothing** twice, & it is *small*.',
    repository: 'engine',
    license: 'MIT OR Apache-2.0',
    doi: 'https://doi.org/10.5281/zenodo.1000',
    versions: [
      {
        version: '2.0-β',
        date: '2026-02-11',
        doi: '10.5281/zenodo.1002',
        note: 'Faster, & *safer*.',
      },
      { version: 'v1', date: '2024', address: 'https://stranger.example/v1/' },
    ],
    papers: ['paper-1', 'paper-2'],
    threads: ['thread-0'],
    tags: ['C++'],
    formerly: '/software/engine.html',
  },
  letters: {
    title: 'מכתבים',
    language: 'he',
    type: 'dataset',
    authors: ['דָּוִד לֵוִי', { name: 'Søren Ångström', equal: true }],
    license: 'CC BY 4.0',
    links: [{ label: 'البيانات', address: './lebenslauf.txt' }],
  },
  lecture: {
    title: 'What a Lecture Is, and *Why*',
    type: 'talk',
    event: 'Tagung für A, B & C',
    place: 'Zürich',
    date: '2025-06',
    selected: true,
  },
  plakat: { title: 'Ein Plakat', type: 'poster', date: '2023' },
};

const news = [
  { date: '2026-11-03', sentence: 'A *prize* for $\\eta < 2$.', link: '/papers/paper-1/' },
  { date: '2026-11-03', sentence: 'Лекция: «模型».', link: 'https://stranger.example/talk/' },
  { date: '2025-02', sentence: 'A life, newly written.', link: './lebenslauf.txt' },
  { date: '2024', sentence: 'Nothing else happened in this year, & nobody noticed it.' },
];

const latency = `architecture,latency_ms,ndcg@10,low,high
Модель А,4.2,0.612,0.598,0.626
"模型, B & Co.",9.5,0.668,,
מודל ג,14,0.641,0.627,0.655
<unk>,0.001,0,0,0.1
Donaudampfschifffahrtsgesellschaft,88000,1,,
`;

const examples = join(projectFolder, 'examples/showcase/content/threads');

const count = { threads: 10, papers: 40, works: 200 };

/** The people around the stranger, in other spellings than those of the papers. */
const circle = {
  'Lovelace, Ada': 'https://people.example/ada?a=b&c',
  'الخوارزمي, محمد عبد الله': { url: 'https://people.example/k', affiliation: 'بيت الحكمة' },
  王小明: { orcid: '0000-0001-5109-3700', role: 'member' },
  'Søren Ångström': {
    role: 'advisor',
    url: 'https://people.example/s',
    affiliation: [{ name: 'KTH', department: 'R&D' }],
  },
  'Priya Sharma': { role: 'alumni' },
  'דָּוִד לֵוִי': { role: 'advisor' },
};

/** Writes a site that uses almost everything, in ways that its developers did not plan for. */
export function writeStrangerSite(root: string): void {
  const chooser = createChooser(4);
  const works = buildWorks(chooser, count.works);
  const threads = Array.from({ length: count.threads }, (_, index) => `thread-${index}`);
  const papers = Array.from({ length: count.papers }, (_, index) => `paper-${index}`);
  writeContent(root, 'site.yaml', formatFields(settings));
  writeContent(root, 'people.yaml', formatFields(circle));
  writeContent(root, 'references.bib', works.text);
  const buildFigure = createFigureBuilder(5);
  const site = { chooser, buildFigure, works: works.keys, slugs: [...threads, ...papers] };
  for (const [index, slug] of threads.entries()) {
    const fields = buildThread(chooser, works.keys, index);
    const body = buildBody(site, { figures: 3, hasPipeline: fields.pipeline !== undefined });
    writeEntry(root, `threads/${slug}`, fields, body);
  }
  for (const [index, slug] of papers.entries()) {
    const fields = buildPaper(chooser, { works: works.keys, threads }, index);
    const hasPipeline = fields.pipeline !== undefined;
    const body = chooser.sometimes(buildBody(site, { figures: index % 2, hasPipeline }), 0.8);
    writeEntry(root, `papers/${slug}`, fields, body);
  }
  for (const [index, [slug, fields]] of Object.entries(pages).entries())
    writeEntry(root, `pages/${slug}`, fields, buildBody(site, { figures: index % 2 }));
  for (const [slug, fields] of Object.entries(outputs))
    writeEntry(
      root,
      `outputs/${slug}`,
      fields,
      '## Häufige Fragen\n\nOne & only one, with `<unk>`.\n',
    );
  writeContent(
    root,
    'news.yaml',
    `# Newest first.\n${news.map((one) => `- ${JSON.stringify(one)}\n`).join('')}`,
  );
  for (const path of ['lebenslauf.txt', 'outputs/lebenslauf.txt'])
    writeContent(root, path, 'Geboren, und noch am Leben.\n');
  for (const folder of ['threads', 'papers', 'pages']) addFiles(root, folder);
  copyFileSync(join(examples, 'loss.png'), join(root, 'content/portrait.png'));
}

/** Adds the files that bodies refer to. */
function addFiles(root: string, folder: string): void {
  mkdirSync(join(root, 'content', folder), { recursive: true });
  for (const name of ['loss.png', 'loss-dark.png', 'loss.svg'])
    copyFileSync(join(examples, name), join(root, 'content', folder, name));
  writeContent(root, `${folder}/latency.csv`, latency);
  writeContent(root, `${folder}/growth.csv`, growth);
}
