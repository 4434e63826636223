import type { ImageMetadata } from 'astro';
import { getImage } from 'astro:assets';
import { getCollection, getEntry, render } from 'astro:content';
import bibliography from '#content/references.bib?raw';
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import { removePrivateFields } from '../bibliography/private-fields.ts';
import type { Reference } from '../bibliography/reference.ts';
import type { PictureFiles } from '../lib/field-pictures.ts';
import type { BodyFacts, SectionFacts, SectionText } from '../lib/body-facts.ts';
import type { WorkUse } from './bibliography.ts';
import { kindNames, type TextData, type TextName } from '../kinds/registry.ts';
import { linkEntry, listOwnPages, type EntryView } from './entry.ts';
import type { FreePage } from './free-page.ts';
import { buildGraph, type Entry } from './graph.ts';
import { buildReferenceList, orderWorks, type ListedReference } from './reference-list.ts';
import { frameText } from './translation.ts';
import { buildSite, type SiteView } from './site.ts';

/** The width of a picture in a grid of three columns, or of two in a narrow window. */
const sizes = '(width >= 40rem) 15rem, 44vw';

/** Makes the copies of the pictures that the fields of an entry name. */
async function scalePictures(data: object): Promise<PictureFiles> {
  const { pictures = {} } = data as { pictures?: Record<string, ImageMetadata> };
  const files = Object.entries(pictures).map(async ([address, picture]) => {
    const { src, srcSet, attributes } = await getImage({ src: picture, sizes });
    const { width, height } = attributes as { width: number; height: number };
    const copies = srcSet.attribute === '' ? {} : { srcset: srcSet.attribute, sizes };
    return [address, { src, ...copies, width, height }] as const;
  });
  return Object.fromEntries(await Promise.all(files));
}

/** The author's bibliography without its private fields. */
export async function loadBibliography(): Promise<string> {
  const site = await getEntry('site', 'site');
  return removePrivateFields(bibliography, site?.data.bibtexPrivate);
}

/** Caches a value for all pages of a build. In `dev` the content can change, so each call makes it again. */
function once<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | undefined;
  return () => (import.meta.env.PROD ? (made ??= make()) : make());
}

/** Loads the view model of the site from the content collections. */
export const loadSite = once(async (): Promise<SiteView> => {
  const [references, site, news, people] = await Promise.all([
    getCollection('references'),
    getEntry('site', 'site'),
    getEntry('news', 'news'),
    getEntry('people', 'people'),
  ]);
  if (site === undefined) throw new Error('content/site.yaml was not read.');
  const load = async (name: TextName) => {
    const entries = await getCollection(name);
    return await Promise.all(
      entries.map(async ({ id, data, body }) => {
        return { slug: id, data, body, pictures: await scalePictures(data as object) };
      }),
    );
  };
  const loaded = await Promise.all(
    kindNames.map(async (kind) => [kind, await load(kind)] as const),
  );
  const graph = buildGraph({
    site: { ...site.data, address: findAddress() },
    entries: Object.fromEntries(loaded),
    freePages: (await load('page')) as Entry<TextData<'page'>>[],
    ...news?.data,
    references: references.map(({ data }) => data),
    ...(people && { people: people.data }),
  });
  return buildSite(graph, import.meta.env.BASE_URL, import.meta.env.HAS_PDFS === true);
});

/** The address of the site, if known, from `content/site.yaml` or the build command. */
function findAddress(): string | undefined {
  const { SITE, BASE_URL } = import.meta.env;
  return SITE && new URL(BASE_URL, SITE).href;
}

/** The text of the page of an entry, or of a free page, which its fields do not contain. */
export interface EntryText {
  sections: SectionFacts[];
  /** Absent if the entry has no body. */
  Content?: AstroComponentFactory;
  references: ListedReference[];
  /** The full data of these works, in the same order. */
  works: Reference[];
  /** The words of each section. */
  prose: SectionText[];
}

/** Loads the text of an entry or a page, and the works that it cites or lists. */
export async function loadText(view: EntryView | FreePage): Promise<EntryText> {
  const { kind, slug } = view;
  const entry = await getEntry(kind, slug);
  if (entry === undefined) throw new Error(`There is no ${kind} “${slug}”.`);
  const references = await getCollection('references');
  const byKey = new Map(references.map(({ id, data }) => [id, data]));
  const { Content, remarkPluginFrontmatter } = await render(entry);
  const facts = remarkPluginFrontmatter as BodyFacts;
  const { citations = [], sections = [], prose = [] } = facts;
  const { frame: around, entries } = await loadSite();
  const frame = frameText(around, view);
  const { data } = entry as { data: TextData<TextName> };
  const works = orderWorks('references' in data ? data.references : [], citations, byKey);
  return {
    ...(entry.body?.trim() && { Content }),
    sections,
    references: buildReferenceList(
      works,
      citations,
      frame.words,
      frame.author,
      listOwnPages(entries),
    ),
    works,
    prose,
  };
}

/** An entry with the text of its page. */
export interface Written {
  entry: EntryView;
  text: EntryText;
}

/** A free page with its text. */
export interface WrittenPage {
  page: FreePage;
  text: EntryText;
}

/** A translation with its text. */
export interface WrittenTranslation {
  page: EntryView | FreePage;
  text: EntryText;
}

/** The site with the text of every entry, in the order of the Research page, and of every free page. */
export interface WrittenSite {
  site: SiteView;
  entries: Written[];
  freePages: WrittenPage[];
  translations: WrittenTranslation[];
}

export const loadWritten = once(async (): Promise<WrittenSite> => {
  const site = await loadSite();
  const load = async (entry: EntryView) => ({ entry, text: await loadText(entry) });
  const loadPage = async <View extends EntryView | FreePage>(page: View) => ({
    page,
    text: await loadText(page),
  });
  return {
    site,
    entries: await Promise.all(site.entries.map(load)),
    freePages: await Promise.all(site.freePages.map(loadPage)),
    translations: await Promise.all(site.translations.map(loadPage)),
  };
});

/** Loads every entry and free page with the works that it, or a translation of it, cites or lists. */
export async function loadUses(): Promise<WorkUse[]> {
  const { entries, freePages, translations } = await loadWritten();
  const all = [...entries, ...freePages.map(({ page, text }) => ({ entry: page, text }))];
  return all.map(({ entry, text }) => {
    const translated = translations.filter(
      ({ page }) => page.editions?.[0]?.address === entry.address,
    );
    const works = [text, ...translated.map((one) => one.text)].flatMap((one) => one.works);
    return {
      entry: linkEntry(entry),
      works: [...new Map(works.map((work) => [work.key, work])).values()],
    };
  });
}
