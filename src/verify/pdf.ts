import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { checkAddress } from './address.ts';
import { formatAmount, type Check, type Problem } from './check.ts';
import { decode, isOriginalPage, listHeadings, readHeading, readTitle, type Page } from './page.ts';
import { listElements, readPdf, type Pdf } from './pdf-reader.ts';
import type { BuiltSite } from './site.ts';
import { readMeta } from './statement.ts';

/**
 * Checks the PDF of every page that has one against that page. A site may be built without PDFs.
 */
export const pdf: Check = {
  claim: 'Every PDF is complete: title, outline, tags, links, fonts',
  run: async (site) => {
    const files = globSync('**/*.pdf', { cwd: site.folder }).map((file) =>
      file.replaceAll('\\', '/'),
    );
    const sheets = site.pages.map((page) => ({ page, file: findFile(page, site) }));
    const named = sheets.map(({ file }) => file);
    const linked = new Set(site.pages.flatMap((page) => listLinkedPdfs(page, site)));
    const surplus = files.filter((file) => !named.includes(file) && !linked.has(file));
    const problems: Problem[] = [
      ...checkPresence(sheets, site),
      ...surplus.map((file) => ({ place: `/${file}`, message: 'No page links to it as its PDF.' })),
    ];
    for (const { page, file } of sheets)
      if (file !== undefined && existsSync(join(site.folder, file)))
        problems.push(...(await checkFile(file, page, site)));
    return { extent: formatAmount(files.length, 'PDF'), problems };
  },
};

/** Returns the PDF that the head of a page names, from the root of the site. */
function findFile({ root }: Page, { base }: BuiltSite): string | undefined {
  const href = root
    .querySelector('link[rel="alternate"][type="application/pdf"]')
    ?.getAttributeValue('href');
  return typeof href === 'string' ? decodeURI(decode(href)).slice(base.length) : undefined;
}

/** Returns the author's own PDFs that a page or its navigation links to, from the root of the site. */
function listLinkedPdfs({ root }: Page, { base }: BuiltSite): string[] {
  return root
    .querySelectorAll('main a[href], nav a[href]')
    .map((link) => decodeURI(decode(link.getAttributeValue('href') ?? '')).split('#')[0] ?? '')
    .filter((href) => href.startsWith(base) && href.endsWith('.pdf'))
    .map((href) => href.slice(base.length));
}

interface PagePdf {
  page: Page;
  file: string | undefined;
}

/**
 * If any page has a PDF, the Research page, the statement and every entry must have one, and no
 * other page.
 */
function checkPresence(sheets: readonly PagePdf[], { folder }: BuiltSite): Problem[] {
  if (sheets.every(({ file }) => file === undefined)) return [];
  return sheets.flatMap(({ page, file }) => {
    const isForPaper = ['/', '/statement/'].includes(page.path) || isOriginalPage(page);
    const isThere = file !== undefined && existsSync(join(folder, file));
    const faults = [
      ...(isForPaper && file === undefined ? ['It links to no PDF, but must have one.'] : []),
      ...(!isForPaper && file !== undefined ? [`It links to ${file}, but must have no PDF.`] : []),
      ...(file !== undefined && !isThere ? [`It links to ${file}, which does not exist.`] : []),
    ];
    return faults.map((message) => ({ place: page.path, message }));
  });
}

async function checkFile(file: string, page: Page, site: BuiltSite): Promise<Problem[]> {
  const place = `/${file}`;
  let found: Pdf;
  try {
    found = await readPdf(join(site.folder, file));
  } catch (error) {
    return [{ place, message: `It cannot be read: ${(error as Error).message}` }];
  }
  return [
    ...checkInfo(found, page),
    ...checkOutline(found, page),
    ...checkTags(found),
    ...checkSheets(found),
    ...checkLinks(found, site),
    ...checkWorks(found, page),
  ].map((message) => ({ place, message }));
}

function checkInfo({ info, showsTitle }: Pdf, page: Page): string[] {
  const heading = listHeadings(page)[0];
  const authors = readMeta(page, 'author').join(', ');
  const [updated] = readMeta(page, 'article:modified_time');
  const date = updated && `D:${updated.replaceAll('-', '')}${updated.length > 4 ? '000000Z' : ''}`;
  const expected = {
    Title: heading && readTitle(page, heading),
    Author: authors || undefined,
    Language: page.root.querySelector('html')?.getAttributeValue('lang') ?? undefined,
    CreationDate: date,
    ModDate: date,
  };
  return [
    ...Object.entries(expected)
      .filter(([name, value]) => info[name] !== value)
      .map(([name, value]) => `Its ${name} is ${quote(info[name])}; expected ${quote(value)}.`),
    ...(showsTitle ? [] : ['PDF readers show its file name instead of its title.']),
  ];
}

function quote(value: unknown): string {
  return typeof value === 'string' ? `“${value}”` : 'nothing';
}

function checkOutline({ outline, pages }: Pdf, page: Page): string[] {
  // Without a typeface for a script, headings entirely in that script are not printed.
  const isDrawn = pages.every(({ text }) => !text.includes('\0'));
  const headings = listHeadings(page)
    .map((heading) => readHeading(page, heading))
    .filter((title) => isDrawn || outline.includes(title) || /[\p{Script=Latin}\d]/u.test(title));
  const index = headings.findIndex((heading, at) => heading !== outline[at]);
  if (index >= 0)
    return [
      `Its outline has ${quote(outline[index])} where the page has ${quote(headings[index])}.`,
    ];
  return outline.slice(headings.length).map((title) => `Its outline also has “${title}”.`);
}

/** Checks the tags, and that pictures and formulas have descriptions. */
function checkTags({ isTagged, pages, links }: Pdf): string[] {
  const elements = pages.flatMap(({ structure }) => listElements(structure));
  const roles = new Set(elements.map(({ role }) => role));
  const hasLinks = links.addresses.length + links.places.length > 0;
  const mute = elements.filter(
    ({ role, alt }) => ['Formula', 'Figure'].includes(role) && (!alt || alt.startsWith('formula:')),
  );
  return [
    ...(isTagged ? [] : ['It has no tags.']),
    ...['Document', 'H1', 'P', ...(hasLinks ? ['Link'] : [])]
      .filter((role) => !roles.has(role))
      .map((role) => `No element has the tag ${role}.`),
    ...mute.map(({ role, alt = '' }) => `A ${role} has no proper description: “${alt}”.`),
  ];
}

/** An A4 sheet in points. */
const sheet = { width: 595.28, height: 841.89 };

function checkSheets({ pages, fonts }: Pdf): string[] {
  const isOdd = pages.some(
    ({ width, height }) =>
      Math.abs(width - sheet.width) > 1.2 || Math.abs(height - sheet.height) > 1.2,
  );
  return [
    ...(isOdd ? ['It has a page that is not A4.'] : []),
    ...(fonts.names.length > 0 ? [] : ['It has no font.']),
    ...[...new Set(fonts.missing)].map((name) => `Its font “${name}” is not embedded.`),
  ];
}

function checkLinks({ links, places }: Pdf, site: BuiltSite): string[] {
  const addresses = [...new Set(links.addresses)];
  return [
    ...addresses.flatMap((address) =>
      // The host of the site while it is printed.
      address.startsWith('http://site.invalid')
        ? [`It links to ${address}, which does not exist.`]
        : checkAddress(address, site),
    ),
    ...[...new Set(links.places)]
      .filter((place) => !places.includes(place))
      .map((place) => `It links to “${place}”, which it lacks.`),
  ];
}

const squeeze = (text: string) => text.replace(/\s+/g, '');

/** On paper, addresses must be readable; on screen, they must be links. */
function checkWorks({ pages, links }: Pdf, { root }: Page): string[] {
  const text = squeeze(pages.map((page) => page.text).join(''));
  const addresses = root
    .querySelectorAll('.cited a')
    .map((link) => decode(link.getAttributeValue('href') ?? ''))
    .filter((href) => href.startsWith('http'));
  return [...new Set(addresses)].flatMap((address) => [
    ...(text.includes(squeeze(address)) ? [] : [`The address ${address} is not in its text.`]),
    ...(links.addresses.some((one) => one === address || one === new URL(address).href)
      ? []
      : [`The address ${address} is not a link.`]),
  ]);
}
