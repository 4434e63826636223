import { readFileSync } from 'node:fs';
import { readPalettes } from '../metadata/palette.ts';
import { formatAtom } from './atom.ts';
import { formatDrawingStyle, readDrawingRules } from './drawing-style.ts';
import { formatFeedContent } from './feed-content.ts';
import { buildFeeds } from './feed.ts';
import { formatFigureFile } from './figure-file.ts';
import { namePoster } from '../figures/shared/poster.ts';
import { formatPosterFile } from './poster-file.ts';
import { formatJsonFeed } from './json-feed.ts';
import { formatLlms, formatLlmsFull } from './llms.ts';
import {
  hasPoster,
  listFigures,
  listWorks,
  readMain,
  readTitle,
  type FinishedPage,
} from './page.ts';
import type { PublishedSite } from './site.ts';
import { formatTwin } from './twin.ts';
import { figurePath } from '../lib/figure-file.ts';
import { twinPath } from '../lib/twin.ts';

/** The forms of a page. */
export interface PageForms {
  twin: string;
  /** The content of the page for feeds, if the site has any. */
  feedContent?: string;
  /** Interactive figures as SVG files, by id, and their posters. */
  pictures: Map<string, string>;
}

/** Texts of files by their addresses. */
export type PublishedFiles = Map<string, string>;

/** Builds the forms of a page that search engines may index. */
export function buildPageForms(page: FinishedPage, { site, references, origin }: PublishedSite) {
  const works = listWorks(page, references);
  const main = readMain(page);
  const address = origin === undefined ? undefined : new URL(page.address, origin);
  const texts = [...site.entries, ...site.freePages, ...site.translations];
  const shown = texts.find(({ address }) => address === page.address);
  const language = shown?.language ?? site.frame.language;
  const accent = shown?.kind === 'page' ? undefined : shown?.accent;
  const figures = listFigures(page);
  const styles =
    figures.length > 0 ? formatStyles(accent ?? site.frame.accent) : { screen: '', paper: '' };
  const forms: PageForms = {
    twin: formatTwin(page.address, main, works, site, origin),
    ...(address && { feedContent: formatFeedContent(main, address) }),
    pictures: new Map(
      figures.flatMap((figure) => {
        const id = String(figure.properties.id);
        const place = { language, address: address && `${address.href}#${id}` };
        const picture = formatFigureFile(figure, { ...place, works, style: styles.screen });
        if (!hasPoster(figure)) return [[id, picture]];
        const folder = String(figure.properties.dataFigure);
        const origin = { ...place, entry: readTitle(page), author: site.frame.author };
        const poster = formatPosterFile(folder, { ...origin, style: styles.paper });
        return [
          [id, picture],
          [namePoster(id), poster],
        ];
      }),
    ),
  };
  return forms;
}

/** The files beside a page. */
export function listPageFiles(address: string, { twin, pictures }: PageForms): PublishedFiles {
  return new Map([
    [twinPath(address), twin],
    ...Array.from(pictures, ([id, svg]) => [figurePath(address, id), svg] as const),
  ]);
}

/** Lists the files that are made from the pages of all texts. `forms` is by address. */
export function listSiteFiles(
  { site, origin }: PublishedSite,
  forms: ReadonlyMap<string, PageForms>,
): PublishedFiles {
  const { frame } = site;
  const texts = [...site.entries, ...site.freePages].map(({ address }) => {
    const built = forms.get(address);
    if (built === undefined) throw new Error(`The page ${address} was not built.`);
    return { address, ...built };
  });
  const twins = texts.map(({ twin }) => twin);
  const contents = new Map(
    texts.map(({ address, feedContent = '' }) => [address, feedContent] as const),
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

/** The style sheets for drawings in the hue of a page, and for the same on paper. */
function formatStyles(accent: string | undefined): Record<'screen' | 'paper', string> {
  const rules = readDrawingRules(readStyles('../figures/shared/drawing.css'));
  const { light, dark } = readPalettes(readStyles('../styles/theme.css'));
  return {
    screen: formatDrawingStyle(rules, { light, dark }, accent),
    paper: formatDrawingStyle(rules, { light }, accent),
  };
}
