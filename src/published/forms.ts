import { readFileSync } from 'node:fs';
import { readPalettes } from '../metadata/palette.ts';
import { formatAtom } from './atom.ts';
import { formatDrawingStyle, readDrawingRules } from './drawing-style.ts';
import { formatFeedContent } from './feed-content.ts';
import { buildFeeds } from './feed.ts';
import { formatFigureFile } from './figure-file.ts';
import { formatJsonFeed } from './json-feed.ts';
import { formatLlms, formatLlmsFull } from './llms.ts';
import { listFigures, listWorks, readMain, type FinishedPage } from './page.ts';
import type { PublishedSite } from './site.ts';
import { formatTwin } from './twin.ts';
import { figurePath } from '../lib/figure-file.ts';
import { twinPath } from '../lib/twin.ts';

/** The forms of a page. */
export interface PageForms {
  twin: string;
  /** The page as a feed has it, where the site has feeds. */
  feedContent?: string;
  /** Its interactive figures as files of SVG, by id. */
  pictures: Map<string, string>;
}

/** Texts of files by their addresses. */
export type Files = Map<string, string>;

/** Builds the forms of a page that search may find. */
export function buildPageForms(page: FinishedPage, { site, references, origin }: PublishedSite) {
  const works = listWorks(page, references);
  const main = readMain(page);
  const address = origin === undefined ? undefined : new URL(page.address, origin);
  const figures = listFigures(page);
  const style = figures.length > 0 ? buildDrawingStyle(page.address, site) : '';
  const forms: PageForms = {
    twin: formatTwin(page.address, main, works, site, origin),
    ...(address && { feedContent: formatFeedContent(main, address) }),
    pictures: new Map(
      figures.map((figure) => {
        const id = String(figure.properties.id);
        const { language } = site.frame;
        const around = { style, language, works, address: address && `${address.href}#${id}` };
        return [id, formatFigureFile(figure, around)];
      }),
    ),
  };
  return forms;
}

/** The files beside a page. */
export function listPageFiles(address: string, { twin, pictures }: PageForms): Files {
  return new Map([
    [twinPath(address), twin],
    ...Array.from(pictures, ([id, svg]) => [figurePath(address, id), svg] as const),
  ]);
}

/** The files that are made from the pages of all entries. `forms` holds those of each by its address. */
export function listSiteFiles(
  { site, origin }: PublishedSite,
  forms: ReadonlyMap<string, PageForms>,
): Files {
  const { frame, threads, papers } = site;
  const entries = [...threads, ...papers].map(({ address }) => {
    const built = forms.get(address);
    if (built === undefined) throw new Error(`The page ${address} was not built.`);
    return { address, ...built };
  });
  const twins = entries.map(({ twin }) => twin);
  const contents = new Map(
    entries.map(({ address, feedContent = '' }) => [address, feedContent] as const),
  );
  const feeds = origin === undefined ? [] : buildFeeds(site, contents, origin);
  return new Map([
    [`${frame.home}llms.txt`, formatLlms(site, origin)],
    [`${frame.home}llms-full.txt`, formatLlmsFull(site, twins, origin)],
    ...feeds.flatMap((feed): [string, string][] => [
      [`${feed.path}.xml`, formatAtom(feed)],
      [`${feed.path}.json`, formatJsonFeed(feed)],
    ]),
  ]);
}

const readStyles = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

/** The style sheet of the drawings of a page, in its hue. */
function buildDrawingStyle(address: string, { threads }: PublishedSite['site']): string {
  const accent = threads.find((thread) => thread.address === address)?.accent;
  const rules = readDrawingRules(readStyles('../figures/shared/drawing.css'));
  return formatDrawingStyle(rules, readPalettes(readStyles('../styles/theme.css')), accent);
}
