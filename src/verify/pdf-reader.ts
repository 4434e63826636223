import { readFileSync } from 'node:fs';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** An element of the structure tree, which screen readers use. */
export interface PdfElement {
  role: string;
  alt?: string;
  children?: PdfElement[];
}

/** A PDF as PDF.js reads it. Anything that PDF.js would have to repair is an error. */
export interface Pdf {
  /** The document properties: title, author, language, dates. */
  info: Record<string, unknown>;
  isTagged: boolean;
  showsTitle: boolean;
  /** The titles of the outline, in reading order. */
  outline: string[];
  pages: { width: number; height: number; text: string; structure: PdfElement }[];
  /** Link targets: addresses, and named destinations in the file itself. */
  links: { addresses: string[]; places: string[] };
  /** The named destinations. */
  places: string[];
  /** The names of all fonts, and of those not embedded. */
  fonts: { names: string[]; missing: string[] };
}

interface OutlineItem {
  title: string;
  items: OutlineItem[];
}

/** The results by file. */
const known = new Map<string, Promise<Pdf>>();

/** Reads `file` once: it does not change during a run. */
export function readPdf(file: string): Promise<Pdf> {
  const reading = known.get(file) ?? readWhole(file);
  known.set(file, reading);
  return reading;
}

async function readWhole(file: string): Promise<Pdf> {
  const task = getDocument({
    data: new Uint8Array(readFileSync(file)),
    stopAtErrors: true,
    fontExtraProperties: true,
    verbosity: 0,
  });
  const document = await task.promise;
  const [{ info }, marks, preferences, outline, places] = await Promise.all([
    document.getMetadata(),
    document.getMarkInfo(),
    document.getViewerPreferences(),
    document.getOutline(),
    document.getDestinations(),
  ]);
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, (_, index) => readPage(document, index + 1)),
  );
  await task.destroy();
  const links = pages.flatMap((page) => page.links);
  const fonts = pages.flatMap((page) => page.fonts);
  return {
    info: info as Record<string, unknown>,
    isTagged: (marks as unknown as Map<string, boolean> | null)?.get('Marked') === true,
    showsTitle:
      (preferences as unknown as Map<string, boolean> | null)?.get('DisplayDocTitle') === true,
    outline: listTitles(outline),
    pages,
    links: {
      addresses: links.flatMap(({ address }) => address ?? []),
      places: links.flatMap(({ place }) => place ?? []),
    },
    places: [...((places as unknown as Map<string, unknown> | null)?.keys() ?? [])],
    fonts: {
      names: fonts.map(({ name }) => name),
      missing: fonts.filter(({ isMissing }) => isMissing).map(({ name }) => name),
    },
  };
}

async function readPage(document: PDFDocumentProxy, number: number) {
  const page = await document.getPage(number);
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const annotations = (await page.getAnnotations()) as { url?: string; dest?: string }[];
  const { items } = await page.getTextContent();
  return {
    width: right - left,
    height: top - bottom,
    text: items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''),
    structure: ((await page.getStructTree()) as PdfElement | null) ?? { role: 'none' },
    links: annotations.map(({ url, dest }) => ({ address: url, place: dest })),
    fonts: await listFonts(page),
  };
}

async function listFonts(page: Awaited<ReturnType<PDFDocumentProxy['getPage']>>) {
  const { argsArray } = await page.getOperatorList();
  const ids = argsArray
    .map((args: unknown) => (Array.isArray(args) ? (args as unknown[])[0] : undefined))
    .filter((id) => typeof id === 'string' && /^g_d\d+_f\d+$/.test(id));
  return [...new Set(ids)].map((id) => {
    const font = page.commonObjs.get(id as string) as { name?: string; missingFile?: boolean };
    return { name: font.name ?? '', isMissing: font.missingFile === true };
  });
}

function listTitles(items: readonly OutlineItem[] | null): string[] {
  return (items ?? []).flatMap(({ title, items }) => [title, ...listTitles(items)]);
}

/** Returns all elements of a tree. */
export function listElements(tree: PdfElement): PdfElement[] {
  return [tree, ...(tree.children ?? []).flatMap(listElements)];
}
