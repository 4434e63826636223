import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { formatInverted, parseNames } from '../../src/bibliography/names.ts';
import { renderTex } from '../../src/bibliography/tex.ts';
import type { Research } from '../../src/metadata/research/schema.ts';
import { exampleBuild, portfolioBuild, type Build } from '../support/builds.ts';
import {
  decode,
  exampleDocuments,
  portfolioDocuments,
  type Document,
} from '../support/document.ts';
import { jsonFeed } from '../../src/verify/formats.ts';
import { parseTwin } from '../../src/verify/markdown.ts';
import { readRis } from '../../src/verify/ris-reader.ts';

/** What one of the forms of an entry says of it; each says what it has a place for. */
interface Statement {
  title?: string | undefined;
  /** `Family, Given`, in the printed order. */
  authors?: string[];
  /** When a thread began, or a paper became public. */
  date?: string | undefined;
  /** The year by which it is cited. */
  year?: string | undefined;
  status?: string | undefined;
  address?: string | undefined;
}

interface Person {
  '@id'?: string;
  name?: string;
}

/** A thing as JSON-LD describes it. */
interface Described {
  '@id': string;
  name?: string;
  url?: string;
  author?: Person | Person[];
  mainEntity?: { '@id': string };
  creativeWorkStatus?: string;
  datePublished?: string;
  foundingDate?: string;
}

type Read = (page: Document, build: Build) => Statement;

const text = (page: Document, selector: string) =>
  decode(page.root.querySelector(selector)?.textContent ?? '').trim();
const isPaper = ({ path }: Document) => path.startsWith('/papers/');
const readFile = ({ path }: Document, { folder }: Build, name: string) =>
  readFileSync(join(folder, path, name), 'utf8');

/** `Grace van der Example` → `van der Example, Grace`. */
const invert = (name: string) => parseNames(name).names.map(formatInverted).join();

/** What a reader sees; a thread is by the author of the site. */
const readVisible: Read = (page) => {
  const names = isPaper(page) ? text(page, '.entry-text > p') : text(page, 'footer p');
  const isNamed = !page.html.includes('No author is named here yet');
  const times = page.root.querySelectorAll(
    isPaper(page) ? '.publication time' : '.entry-rail time',
  );
  const [, year] =
    /\((\d{4}|n\.d\.)\)/.exec(text(page, '.how-to-cite [data-copy="Copy APA"]')) ?? [];
  return {
    title: text(page, 'h1'),
    authors: isNamed ? names.split(', ').map(invert) : [],
    date: times[0]?.getAttributeValue('datetime') ?? undefined,
    year: year === 'n.d.' ? undefined : year,
    status: text(page, isPaper(page) ? '.publication p' : '.entry-rail p span'),
  };
};

const readMeta = ({ root }: Document, name: string) =>
  root
    .querySelectorAll(`meta[name="${name}"], meta[property="${name}"]`)
    .map((tag) => decode(tag.getAttributeValue('content') ?? ''));

/** A note of where a paper stands, where there is one, as the status for which it stands on the page. */
const readStanding = (page: Document, note: string | undefined): Statement => {
  if (note === undefined) return {};
  const isLine = renderTex(note) === text(page, '.publication p + p');
  return { status: isLine ? text(page, '.publication p') : note };
};

const forms: Record<string, Read> = {
  head: (page) => ({
    authors: readMeta(page, 'author').map(invert),
    address:
      page.root.querySelector('link[rel="canonical"]')?.getAttributeValue('href') ?? undefined,
  }),
  'Open Graph': (page) => ({
    title: readMeta(page, 'og:title')[0],
    // A thread is published with its page, of which no date is known.
    ...(isPaper(page) && { date: readMeta(page, 'article:published_time')[0] }),
    address: readMeta(page, 'og:url')[0],
  }),
  Highwire: (page) => {
    const title = readMeta(page, 'citation_title')[0];
    // Search takes no paper without authors and a date.
    if (title === undefined) return {};
    return {
      title,
      authors: readMeta(page, 'citation_author').map(invert),
      year: readMeta(page, 'citation_publication_date')[0]?.slice(0, 4),
      date: readMeta(page, 'citation_online_date')[0]?.replaceAll('/', '-'),
      address: readMeta(page, 'citation_abstract_html_url')[0],
    };
  },
  'JSON-LD': ({ html }) => {
    const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
    const { '@graph': nodes } = JSON.parse(json) as { '@graph': Described[] };
    const find = (id?: string) => nodes.find((node) => node['@id'] === id);
    const work = nodes.find((node) => node['@id'].endsWith('#work'));
    const page = nodes.find((node) => node.mainEntity?.['@id'] === work?.['@id']);
    const { datePublished, foundingDate } = work ?? {};
    // A paper of which the day is not known is of the year of its venue.
    const isYear = datePublished?.length === 4;
    return {
      title: work?.name,
      authors: [work?.author ?? page?.author ?? []]
        .flat()
        .map(({ name, '@id': id }) => invert(name ?? find(id)?.name ?? '')),
      ...(isYear ? { year: datePublished } : { date: foundingDate ?? datePublished }),
      status: work?.creativeWorkStatus ?? page?.creativeWorkStatus,
      address: work?.url,
    };
  },
  Signposting: (page) => {
    const address = page.root.querySelector('link[rel="cite-as"]')?.getAttributeValue('href') ?? '';
    if (!address.startsWith('https://doi.org/')) return { address };
    assert.ok(text(page, '.how-to-cite [data-copy="Copy APA"]').includes(address));
    return {};
  },
  'research.json': ({ path }, { folder }) => {
    const data = JSON.parse(readFileSync(join(folder, 'research.json'), 'utf8')) as Research;
    const isThis = ({ page }: { page: string }) => page.endsWith(path);
    const thread = data.threads.find(isThis);
    const paper = data.papers.find(isThis);
    return {
      title: (thread ?? paper)?.title,
      authors: paper?.authors.map(invert) ?? (data.site.author ? [invert(data.site.author)] : []),
      date: thread?.started ?? paper?.date,
      address: (thread ?? paper)?.page,
    };
  },
  BibTeX: (page, build) => {
    const lines = readFile(page, build, 'citation.bib').matchAll(/^ {2}(\w+) = \{(.*)\},?$/gm);
    const {
      title = '',
      author = '',
      year,
      url,
      note,
    } = Object.fromEntries(
      Array.from(lines, ([, name, value]) => [name, value] as const),
    ) as Record<string, string | undefined>;
    const authors = parseNames(author).names.map(formatInverted);
    return { title: renderTex(title), authors, year, address: url, ...readStanding(page, note) };
  },
  RIS: (page, build) => {
    const [record] = readRis(readFile(page, build, 'citation.ris'));
    const list = (tag: string) =>
      record?.lines.flatMap(([name, value]) => (name === tag ? [value] : [])) ?? [];
    const address = list('UR').find((one) => one.endsWith(page.path));
    const [title, year, note] = [list('TI')[0], list('PY')[0], list('N1')[0]];
    return { title, authors: list('AU'), year, address, ...readStanding(page, note) };
  },
  'CSL-JSON': (page, build) => {
    const [item] = JSON.parse(readFile(page, build, 'citation.json')) as {
      title: string;
      author?: { family: string; given: string; 'non-dropping-particle'?: string }[];
      issued?: { 'date-parts': [[number]] };
      URL: string;
      note?: string;
    }[];
    assert.ok(item);
    return {
      title: item.title,
      authors: (item.author ?? []).map((name) =>
        [[name['non-dropping-particle'], name.family].filter(Boolean).join(' '), name.given].join(
          ', ',
        ),
      ),
      year: item.issued && String(item.issued['date-parts'][0][0]),
      address: item.URL,
      ...readStanding(page, item.note),
    };
  },
  'Markdown twin': (page, build) => {
    const { facts } = parseTwin(readFile(page, build, 'index.md'));
    const {
      title,
      authors = [],
      status,
      address,
    } = facts as Record<string, string> & {
      authors?: string[];
    };
    const date = facts[isPaper(page) ? 'public-since' : 'started'] as string | undefined;
    return { title, authors: authors.map(invert), date, status, address };
  },
  'JSON Feed': (page, { folder, base }) => {
    const feed = jsonFeed.parse(JSON.parse(readFileSync(join(folder, 'feed.json'), 'utf8')));
    const item = feed.items.find(
      ({ id }) => new URL(id).pathname + new URL(id).hash === base + page.path.slice(1),
    );
    // A paper without any date is in no feed.
    if (item === undefined) return {};
    return {
      title: item.title,
      authors: (item.authors ?? feed.authors ?? []).map(({ name }) => invert(name)),
      ...(isPaper(page) && { date: item.date_published }),
      address: item.url,
    };
  },
  Atom: (page, { folder, base }) => {
    const feed = readFileSync(join(folder, 'feed.xml'), 'utf8');
    const address = `https://example.org${base}${page.path.slice(1)}`;
    const entry = feed.split('<entry>').find((one) => one.startsWith(`<id>${address}</id>`));
    if (entry === undefined) return {};
    const list = (source: string, pattern: RegExp) =>
      Array.from(source.matchAll(pattern), ([, found = '']) => decode(found));
    // The title of the site stands for nobody.
    const [site] = list(feed, /<title>([^<]*)/g);
    const names = list(entry, /<author><name>([^<]*)/g).filter((name) => name !== site);
    return {
      title: list(entry, /<title>([^<]*)/g)[0],
      authors: names.map(invert),
      ...(isPaper(page) && { date: list(entry, /<published>([^<]*)/g)[0] }),
      address: list(entry, /<link rel="alternate"[^>]* href="([^"]*)/g)[0],
    };
  },
};

for (const [build, pages] of [
  [exampleBuild, exampleDocuments],
  [portfolioBuild, portfolioDocuments],
] as const)
  for (const page of pages.filter(({ path }) => /^\/(research|papers)\/./.test(path)))
    test(`every form of ${build.base}${page.path.slice(1)} says the same`, () => {
      const seen = {
        ...readVisible(page, build),
        address: `https://example.org${build.base}${page.path.slice(1)}`,
      };
      for (const [form, read] of Object.entries(forms)) {
        const said = read(page, build);
        for (const [name, value] of Object.entries(said)) {
          const expected = seen[name as keyof Statement];
          // A day stands for the month that it begins, where a format knows days alone.
          const isDate = name === 'date' && typeof value === 'string' && expected !== undefined;
          assert.deepEqual(
            isDate ? value.slice(0, expected.length) : value,
            expected,
            `${form}: ${name}`,
          );
        }
      }
    });
