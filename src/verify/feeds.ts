import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'astro/zod';
import { checkAddress, formatAddress } from './address.ts';
import { formatAmount, type Check, type Problem } from './check.ts';
import { checkAtom, jsonFeed } from './formats.ts';
import { decode, isTranslation, type Page } from './page.ts';
import type { BuiltSite } from './site.ts';

/** Checks every feed against its format and the pages. */
export const feeds: Check = {
  claim: 'Every feed is valid, and all its links work',
  run: (site) => {
    const files = globSync('**/feed.{json,xml}', { cwd: site.folder })
      .map((file) => file.replaceAll('\\', '/'))
      .toSorted();
    const stems = [...new Set(files.map((file) => file.replace(/\.\w+$/, '')))];
    const problems = [
      ...checkPresence(files, site),
      ...stems.flatMap((stem) => checkFeed(stem, site)),
    ];
    return { extent: formatAmount(files.length, 'feed'), problems };
  },
};

/** A site with an address has feeds, linked from every page. Any other site has none. */
function checkPresence(files: readonly string[], site: BuiltSite): Problem[] {
  const hasRoot = site.origin !== undefined && files.includes('feed.xml');
  const followed = site.pages.filter(
    (page) => site.origin !== undefined && /^\/research\/./.test(page.path) && !isTranslation(page),
  );
  const missing = followed
    .filter(({ path }) => !files.includes(`${path.slice(1)}feed.xml`))
    .map(({ path }) => ({
      place: path,
      message: 'It has no feed, but every thread must have one.',
    }));
  const wrong = site.pages.flatMap((page) => {
    // A translation has the feeds of its original.
    const path = isTranslation(page) ? page.path.replace(/[^/]+\/$/, '') : page.path;
    const own = path.slice(1);
    const stems = own !== '' && files.includes(`${own}feed.xml`) ? [own, ''] : [''];
    const expected = hasRoot
      ? stems.flatMap((stem) => [`${stem}feed.xml`, `${stem}feed.json`])
      : [];
    const found = listAlternates(page, site);
    if (found.join() === expected.join()) return [];
    const message = `It links to ${found.join(', ') || 'no feed'}; expected ${expected.join(', ') || 'none'}.`;
    return [{ place: page.path, message }];
  });
  return [...missing, ...wrong];
}

/** Returns the feed files that the head of a page links to. */
function listAlternates({ root }: Page, { base }: BuiltSite): string[] {
  return root
    .querySelectorAll('link[rel="alternate"][title]')
    .map((link) => decodeURI(decode(link.getAttributeValue('href') ?? '')).slice(base.length));
}

/** Checks both formats of a feed. */
function checkFeed(stem: string, site: BuiltSite): Problem[] {
  const [atomFile, jsonFile] = [`${stem}.xml`, `${stem}.json`];
  const atom = readFile(site, atomFile);
  const json = readFile(site, jsonFile);
  const page = `/${stem.replace(/feed$/, '')}`;
  const atomFaults = atom === undefined ? ['It does not exist.'] : listAtomFaults(atom);
  const parsed = parseJson(json);
  const jsonFaults =
    'faults' in parsed
      ? parsed.faults
      : [
          ...checkOwn(parsed.feed, page, stem, site),
          ...compareIds(atom ?? '', parsed.feed),
          ...parsed.feed.items.flatMap((item) => checkItem(item, site)),
        ];
  return [
    ...atomFaults.map((message) => ({ place: `/${atomFile}`, message })),
    ...jsonFaults.map((message) => ({ place: `/${jsonFile}`, message })),
  ];
}

function readFile({ folder }: BuiltSite, file: string): string | undefined {
  const path = join(folder, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function listAtomFaults(xml: string): string[] {
  try {
    checkAtom(xml);
    return [];
  } catch (error) {
    return [`It is not valid Atom: ${(error as Error).message.trim().replaceAll('\n', ' ')}`];
  }
}

type ParsedFeed = z.infer<typeof jsonFeed>;

function parseJson(text: string | undefined): { feed: ParsedFeed } | { faults: string[] } {
  if (text === undefined) return { faults: ['It does not exist.'] };
  try {
    const { data, error } = jsonFeed.safeParse(JSON.parse(text));
    if (data) return { feed: data };
    const faults = error.issues.map(
      ({ path, message }) => `It is not a valid JSON Feed: ${path.join('.')}: ${message}`,
    );
    return { faults };
  } catch (error) {
    return { faults: [`It is not JSON: ${(error as Error).message}`] };
  }
}

function checkOwn(feed: ParsedFeed, page: string, stem: string, site: BuiltSite): string[] {
  const home = formatAddress({ path: page }, site);
  const own = `${formatAddress({ path: `/${stem}` }, site)}.json`;
  return [
    ...(feed.home_page_url === home
      ? []
      : [`Its home page is ${feed.home_page_url}, not ${home}.`]),
    ...(feed.feed_url === own ? [] : [`Its address is ${own}, not ${feed.feed_url}.`]),
    ...checkAddress(feed.home_page_url, site),
  ];
}

function compareIds(atom: string, { items }: ParsedFeed): string[] {
  const told = Array.from(atom.matchAll(/(?<=<entry(?: [^>]*)?>\s*<id>)[^<]+/g), ([id]) =>
    decode(id),
  );
  const isSame = told.join() === items.map(({ id }) => id).join();
  return isSame ? [] : ['Its items are not those of the Atom feed.'];
}

/** Markup that needs the styles or scripts of the site is useless in a feed reader. */
const unfit = /<(script|style|svg|span|button)\b|<[^<>]*\s(class|style|id|tabindex|aria-\w+)=/;

function checkItem({ id, url, content_html: html }: ParsedFeed['items'][number], site: BuiltSite) {
  const addresses = Array.from(html.matchAll(/<[^<>]* (?:href|src)="([^"]*)"/g), ([, one = '']) =>
    decode(one),
  );
  const [found] = unfit.exec(html.replace(/<math[^]*?<\/math>/g, '')) ?? [];
  return [
    ...[...new Set([id, url, ...addresses])].flatMap((address) => checkAddress(address, site)),
    ...(found === undefined
      ? []
      : [`The item ${id} has markup that needs the styles of the site: ${found}.`]),
  ];
}
