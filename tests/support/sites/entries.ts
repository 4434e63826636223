import { mixings } from '../../../src/lib/mixing.ts';
import { paperChangeKinds } from '../../../src/schema/history.ts';
import { glyphs } from '../../../src/schema/entry.ts';
import { paperStatuses, threadStatus } from '../../../src/schema/status.ts';
import { hues } from '../../../src/lib/accent.ts';
import type { Chooser } from './chooser.ts';
import type { Fields } from './files.ts';
import { people, tags } from './names.ts';
import { buildTitle, sentences } from './titles.ts';

const month = (index: number) => `${2015 + (index % 11)}-0${1 + (index % 9)}`;

/**
 * Builds the fields of all entries. `place` is the index of an entry among its kind, `index` among
 * all.
 */
function buildShared(
  chooser: Chooser,
  works: readonly string[],
  place: number,
  index: number,
): Fields {
  const { pickSome, sometimes } = chooser;
  return {
    title: buildTitle(index),
    language: [undefined, undefined, 'ar', 'de', undefined, 'zh-Hans'][index % 6],
    order: sometimes(place + 1),
    tags: sometimes(pickSome(tags, 6, 1), 0.8),
    references: sometimes(pickSome(works, 8, 1), 0.6),
    background: [true, undefined, false, undefined, true][index % 5],
    selected: [undefined, true, false][place % 3],
    formerly: [undefined, `/blog/${index}.html`, [`/old/${index}/`, `/Posts/${index}`]][place % 3],
    pipeline: sometimes(buildPipeline(chooser), 0.4),
    glyph: sometimes(chooser.pick(glyphs)),
    grid: buildGrid(place),
  };
}

/** The grid of some entries, chosen without chance, which decides all that follows. */
function buildGrid(place: number): Fields | undefined {
  if (place % 4 !== 1) return undefined;
  return {
    heading: 'Sources 史料',
    items: [
      { name: 'Letters *in bundles*', family: 'مصادر', text: 'Of $n^2$ pages & more.' },
      { name: '行列', plate: mixings[place % mixings.length] },
      {
        name: 'Curves',
        picture: './loss.png',
        dark: './loss-dark.png',
        alt: 'Zwei „Kurven“ & more',
      },
      { name: 'Registers' },
    ],
  };
}

function buildPipeline({ pick, sometimes, below }: Chooser): Fields {
  const parties = [
    'Prover',
    'Проверяющий',
    '验证者',
    'המאמת',
    'Anyone who can count',
    'مدقق',
  ].slice(0, 2 + below(5));
  const [first = '', second = ''] = parties;
  const item = (name: string) => ({
    name,
    ...pick([
      { seenBy: [first], hiddenFrom: [second] },
      { seenBy: parties },
      { hiddenFrom: [first] },
    ]),
    basis: sometimes('Section 2 & “Abstract”'),
    background: sometimes(pick([true, false])),
  });
  return {
    parties,
    ...(parties.length > 3 && {
      backgroundParties: parties.slice(1),
      variants: { label: 'Count', options: ['In the open', 'Behind a door'] },
    }),
    stages: ['Registration', '投票', 'ספירה'].slice(0, 1 + below(3)).map((title, n) => ({
      title,
      summary: sometimes(pick(sentences)),
      items: ['Name', 'Ballot #1 <sig>', '名字'].slice(0, 1 + below(3)).map((name, at) => ({
        ...item(`${name} ${n}`),
        ...(parties.length > 3 && at === 0 && { variant: 'In the open' }),
      })),
    })),
  };
}

const buildChange = (change: string, date: string, { pick }: Chooser) => ({
  date,
  change,
  note: pick(sentences),
});

const listOf = (count: number, build: (index: number) => Fields) =>
  Array.from({ length: count }, (_, index) => build(index));

export function buildThread(chooser: Chooser, works: readonly string[], index: number): Fields {
  const { below, pick, sometimes } = chooser;
  const cite = () => ` ${pick([`[@${pick(works)}]`, `As @${pick(works)} says.`, ''])}`.trimEnd();
  const change = () => buildChange(pick(paperChangeKinds.slice(0, 5)), '2026-05-04', chooser);
  return {
    ...buildShared(chooser, works, index, index * 2),
    started: month(index),
    ended: sometimes('2026-06'),
    status: pick(threadStatus.options),
    accent: pick(hues),
    question: pick(sentences) + cite(),
    approach: sometimes(pick(sentences) + cite()),
    phases: sometimes(
      listOf(1 + below(5), (n) => ({
        title: `Phase ${n}: 阶段`,
        summary: pick(sentences) + cite(),
      })),
    ),
    architectures: sometimes(
      listOf(1 + below(6), (n) => ({
        name: `Модель ${n}`,
        family: '注意力 & Co.',
        mixing: mixings[n],
      })),
    ),
    architecturesHeading: sometimes('Архитектуры'),
    analyses: sometimes(
      listOf(1 + below(4), (n) => ({
        mark: ['λ', '核', 'R²', 'ש'][n],
        title: pick(['Probing', '探针', 'בדיקה']),
        summary: pick(sentences) + cite(),
      })),
    ),
    repository: sometimes(
      pick(['probe', 'someone/probe.js', 'https://codeberg.org/~someone/probe']),
    ),
    history: sometimes(listOf(1 + below(3), change)),
  };
}

export function buildPaper(
  chooser: Chooser,
  { works, threads }: { works: readonly string[]; threads: readonly string[] },
  index: number,
): Fields {
  const { below, pick, pickSome, sometimes } = chooser;
  const status = paperStatuses[index % paperStatuses.length] ?? 'draft';
  const needsVenue = ['submitted', 'accepted', 'published'].includes(status);
  const venue = {
    acronym: pick(['NeurIPS', 'Труды', '计算机学报', 'R&D #1']),
    year: 2016 + below(11),
    name: pick([
      'Advances in Neural Information Processing Systems',
      'Труды института & Co.',
      '计算机学报',
    ]),
    kind: sometimes(pick(['conference', 'journal'])),
  };
  const marks = { withdrawn: ['withdrawal'], retracted: ['retraction'] }[status as string] ?? [];
  const others = sometimes(pickSome(paperChangeKinds.slice(0, 5), 2, 1), 0.4) ?? [];
  const history = [...others, ...marks].map((kind, n) =>
    buildChange(kind, `2026-0${n + 1}-12`, chooser),
  );
  const fields = {
    ...buildShared(chooser, works, index, index < 10 ? index * 2 + 1 : index + 10),
    status,
    venue: needsVenue ? venue : sometimes(venue, 0.3),
    short: sometimes(pick(['K', 'Titan', '泰坦', 'טיטאן', 'R&D <1>'])),
    date: sometimes(pick([month(index), `${month(index)}-28`])),
    type: sometimes(pick(['thesis', 'book', 'dataset']), 0.2),
    abstract:
      `${pickSome(sentences, 5, 1).join(' ')} ${pick([`[@${pick(works)}, p. 7]`, ''])}`.trim(),
    authors: sometimes(pickSome(people, pick([1, 3, 20]), 1), 0.8),
    threads: sometimes(pickSome(threads, 3, 1), 0.7),
    links: sometimes(pickSome(buildLinks(index), 5, 1), 0.7),
    history: history.length > 0 ? history : undefined,
  };
  // A data set without a venue is an output.
  const isOutput = fields.type === 'dataset' && fields.venue === undefined;
  return {
    ...fields,
    ...(isOutput && { type: 'report' }),
    ...(index % 9 === 4 && { abstract: undefined }),
  };
}

const buildLinks = (index: number) => [
  { label: 'PDF', address: `https://stranger.example/~files/paper_${index}.pdf?a=b&c=%20` },
  { label: 'DOI', address: `https://doi.org/10.1000/xyz_${index}` },
  { label: 'arXiv', address: `https://arxiv.org/abs/2401.${10_000 + index}` },
  { label: 'Code & Data', address: 'http://example.org/code#part' },
  { label: 'Видео', address: 'https://пример.рф/видео' },
  { label: 'Ask', address: 'mailto:zofia@stranger.example' },
];
