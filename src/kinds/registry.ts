import type { z } from 'astro/zod';
import { findOwnType, readOwnOutput } from './output/own-work.ts';
import { findOutputDate, output } from './output/schema.ts';
import { readOwnWork } from './paper/own-work.ts';
import { findYear, paper, type Paper } from './paper/schema.ts';
import { page } from '../schema/page.ts';
import { threadStatus } from '../schema/status.ts';
import { thread, type Thread } from './thread/schema.ts';

/** The facts of a kind of entry. */
interface Kind {
  /** The folder of its entries in `content/`, and the last segment of the path of a tag's page for this kind. */
  folder: string;
  /** The first part of the addresses of its pages. */
  path: string;
  label: string;
  /** Its name in citations and in forms for machines, which are in English. */
  name: string;
  /** Entries of a lower rank come first: work that goes on before work that is done. */
  rank: (data: never) => number;
  /** The date by which entries of one rank are sorted, the newest first. */
  sortDate: (data: never) => string;
  /** The last segment of the address of a part of its list, where the list is divided. */
  partPath: RegExp;
  /** The most of its entries that the Research page and the statement show. */
  mostInFull: number;
  /** The most entries that their list shows at length. */
  mostAtLength: number;
  /** The name of its date in the front matter of twins. */
  date: 'started' | 'public-since';
  /** The fields that name entries of other kinds by their slugs. The pages of these list it. */
  relations: Readonly<Record<string, string>>;
  schema: z.ZodObject;
  /** Whether a page is the work itself, and not the description of a work elsewhere. */
  isOnPage: boolean;
}

/** The kinds of entry, in the order of the Research page. */
export const kinds = {
  thread: {
    folder: 'threads',
    path: 'research',
    label: 'Thread',
    name: 'Research thread',
    rank: ({ status }: Thread) => threadStatus.options.indexOf(status),
    sortDate: ({ started }: Thread) => started,
    partPath: /^(?:active|paused|completed)\/$/,
    mostInFull: 4,
    mostAtLength: 6,
    date: 'started',
    relations: {},
    schema: thread,
    isOnPage: true,
  },
  paper: {
    folder: 'papers',
    path: 'papers',
    label: 'Paper',
    name: 'Paper',
    rank: ({ status }: Paper) => (status === 'draft' ? 0 : 1),
    sortDate: findYear,
    partPath: /^(?:in-progress|year-(?:\d{4}|none))\/$/,
    mostInFull: 6,
    mostAtLength: 6,
    date: 'public-since',
    relations: { threads: 'thread' },
    schema: paper,
    isOnPage: false,
  },
  output: {
    folder: 'outputs',
    path: 'outputs',
    label: 'Output',
    name: 'Output',
    rank: () => 0,
    sortDate: findOutputDate,
    partPath: /^(?:software|datasets|models|talks|posters)\/$/,
    mostInFull: 6,
    mostAtLength: 0,
    date: 'public-since',
    relations: { papers: 'paper', threads: 'thread' },
    schema: output,
    isOnPage: false,
  },
} as const satisfies Record<string, Kind>;

export type KindName = keyof typeof kinds;

/** Everything that an author writes as fields and prose: entries, and free pages, which no list of entries has. */
export const texts = {
  ...kinds,
  page: { folder: 'pages', path: '', label: 'Page', schema: page },
} as const satisfies Record<string, Pick<Kind, 'folder' | 'path' | 'label' | 'schema'>>;

export type TextName = keyof typeof texts;

/** The fields of an entry of a kind, or of a page. */
export type TextData<Name extends TextName> = z.infer<(typeof texts)[Name]['schema']>;

export const textNames = Object.keys(texts) as TextName[];

/** The fields of a text that name entries, with the kind of these. */
export function listRelations(name: TextName): [field: string, kind: KindName][] {
  const relations: Readonly<Record<string, KindName>> =
    name === 'page' ? {} : kinds[name].relations;
  return Object.entries(relations);
}

/**
 * The path of the page of a text from the root of the site. A translation is below its original: `titan.fr` at
 * `/papers/titan/fr/`.
 */
export function findTextPath(name: TextName, slug: string): string {
  const { path } = texts[name];
  const { original, language } = splitSlug(slug);
  return `/${[path, original, language].filter(Boolean).join('/')}/`;
}

/** The parts of the address of a text: the slug of its original, and the language of a translation. */
export function splitSlug(slug: string): { original: string; language: string | undefined } {
  const [original = '', ...tags] = slug.split('.');
  const language = tags.join('.').replaceAll('_', '-').toLowerCase();
  return { original, language: language || undefined };
}

type OwnEntry = Parameters<typeof readOwnWork>[0];

/** How a work of `content/own.bib` becomes an entry. */
interface OwnWorks extends Pick<Kind, 'schema'> {
  read: typeof readOwnWork;
  /** Whether it is of this kind; the first one that says so counts. */
  covers: (work: OwnEntry) => boolean;
}

/** The kinds that a work of `content/own.bib` can have. */
export const ownWorks = {
  output: {
    schema: output,
    read: readOwnOutput,
    covers: (work) => findOwnType(work) !== undefined,
  },
  paper: { schema: paper, read: readOwnWork, covers: () => true },
} as const satisfies Partial<Record<KindName, OwnWorks>>;

type OwnKind = keyof typeof ownWorks;

/** The kind of the entry that a work of `content/own.bib` is. */
export function findOwnKind(work: OwnEntry): OwnKind {
  const rows: Readonly<Record<OwnKind, OwnWorks>> = ownWorks;
  const names = Object.keys(rows) as OwnKind[];
  return names.find((name) => rows[name].covers(work)) ?? 'paper';
}

/** The fields of an entry of a kind. */
export type KindData<Name extends KindName> = z.infer<
  Name extends OwnKind ? (typeof ownWorks)[Name]['schema'] : (typeof kinds)[Name]['schema']
>;

export const kindNames = Object.keys(kinds) as KindName[];

/** Builds a value for each kind. */
export function mapKinds<Value>(build: (name: KindName) => Value): Record<KindName, Value> {
  const pairs = kindNames.map((name) => [name, build(name)]);
  return Object.fromEntries(pairs) as Record<KindName, Value>;
}
