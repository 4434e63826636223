import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type BrowserContext } from 'playwright';
import { buildLaunchOptions, type Browser } from './browser.ts';
import { finishDocument, formulaMark } from './document.ts';
import { preparePage, preparePoster } from './prepare.ts';

/** `origin` is absent until the site has an address. */
export interface PrintedSite {
  folder: string;
  origin?: string;
  base: string;
}

/** A page or poster and its PDF, as paths in the folder of the site. */
interface PrintJob {
  page: string;
  file: string;
}

/** Stands for an unknown origin. Nobody can own the name. */
const nowhere = 'http://site.invalid';

const atOnce = 4;

/**
 * Prints every page that links to a PDF in its head, to the path of that link, and every poster beside it. Returns the
 * paths. Calls `tell` after each. Throws if a page requests a missing file.
 */
export async function printSite(
  site: PrintedSite,
  found: Browser,
  tell?: (done: number, all: number) => void,
): Promise<string[]> {
  const sheets = [...listSheets(site), ...listPosters(site)];
  const browser = await chromium.launch(buildLaunchOptions(found));
  try {
    const context = await browser.newContext({ javaScriptEnabled: false, colorScheme: 'light' });
    const missing = await serveFolder(context, site);
    const queue = sheets.values();
    let done = 0;
    const work = async () => {
      for (const sheet of queue) {
        await printSheet(context, site, sheet);
        tell?.((done += 1), sheets.length);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    if (missing.size > 0) throw new Error(`A page requests missing files: ${[...missing].join()}`);
  } finally {
    await browser.close();
  }
  return sheets.map(({ file }) => file);
}

function listSheets({ folder, base }: PrintedSite): PrintJob[] {
  return globSync('**/index.html', { cwd: folder })
    .toSorted()
    .flatMap((name) => {
      const html = readFileSync(join(folder, name), 'utf8');
      const link = /<link rel="alternate" href="([^"]+)" type="application\/pdf"/.exec(html)?.[1];
      if (link === undefined) return [];
      const page = name.replaceAll('\\', '/').replace(/index\.html$/, '');
      return [{ page, file: decodeURI(link).slice(base.length) }];
    });
}

/** The posters of figures, which are drawings on a sheet of their own. */
function listPosters({ folder }: PrintedSite): PrintJob[] {
  return globSync('**/fig-*.poster.svg', { cwd: folder })
    .map((name) => name.replaceAll('\\', '/'))
    .toSorted()
    .map((page) => ({ page, file: page.replace(/svg$/, 'pdf') }));
}

/**
 * Serves the files of the site to `context` at the published address, so that links lead there.
 * Blocks all other requests and collects them.
 */
async function serveFolder(
  context: BrowserContext,
  { folder, origin = nowhere, base }: PrintedSite,
): Promise<Set<string>> {
  const files = new Set(
    globSync('**/*.*', { cwd: folder }).map((name) => name.replaceAll('\\', '/')),
  );
  const missing = new Set<string>();
  await context.route('**', async (route) => {
    const { href, pathname } = new URL(route.request().url());
    const start = origin + base;
    const name = decodeURI(pathname.slice(base.length)).replace(/(^|\/)$/, '$1index.html');
    if (href.startsWith(start) && files.has(name))
      return route.fulfill({ path: join(folder, name) });
    missing.add(href);
    return route.abort();
  });
  return missing;
}

async function printSheet(
  context: BrowserContext,
  site: PrintedSite,
  sheet: PrintJob,
): Promise<void> {
  const { folder, origin = nowhere, base } = site;
  const page = await context.newPage();
  await page.emulateMedia({ media: 'print' });
  await page.goto(origin + base + encodeURI(sheet.page));
  const isPoster = sheet.page.endsWith('.svg');
  const facts = isPoster
    ? await page.evaluate(preparePoster)
    : await page.evaluate(preparePage, { isPublished: site.origin !== undefined, formulaMark });
  const printed = await page.pdf({
    format: isPoster ? 'A3' : 'A4',
    landscape: isPoster,
    preferCSSPageSize: !isPoster,
    printBackground: true,
    tagged: true,
    outline: true,
  });
  await page.close();
  writeFileSync(join(folder, sheet.file), await finishDocument(printed, facts));
}
