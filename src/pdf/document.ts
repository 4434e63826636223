import {
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFString,
  type PDFContext,
} from '@cantoo/pdf-lib';
import type { PdfFacts } from './prepare.ts';

/** Marks the description of a formula. Browsers print no PDF tag for formulas. */
export const formulaMark = 'formula:';

/** Tags that only PDF 2.0 has, mapped to tags of the version that the browser writes. */
const olderTags = { Em: 'Span', Strong: 'Span' };

/**
 * Turns a printed page into the published file. Authors and the date of the last change replace
 * the print date and the program, so the same page always gives the same bytes.
 */
export async function finishDocument(printed: Uint8Array, facts: PdfFacts): Promise<Uint8Array> {
  const document = await PDFDocument.load(numberNodes(printed), { updateMetadata: false });
  const { context } = document;
  describeDocument(document, facts);
  nameOutline(document, facts.headings);
  for (const [, object] of context.enumerateIndirectObjects())
    if (object instanceof PDFDict) tagPicture(object, context);
  const structure = document.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
  structure.set(PDFName.of('RoleMap'), context.obj(olderTags));
  return document.save({ useObjectStreams: true });
}

/**
 * Renumbers the table cells from 1. The browser names them by numbers that change with each run.
 */
function numberNodes(printed: Uint8Array): Buffer {
  const text = Buffer.from(printed).toString('latin1');
  const names = [...new Set(text.match(/\bnode\d{8}\b/g))].toSorted();
  const numbers = new Map(names.map((name, index) => [name, index + 1]));
  return Buffer.from(
    text.replace(/\bnode\d{8}\b/g, (name) => `node${String(numbers.get(name)).padStart(8, '0')}`),
    'latin1',
  );
}

function describeDocument(document: PDFDocument, facts: PdfFacts): void {
  const { title, description, authors, updated, language } = facts;
  const info = document.context.lookup(document.context.trailerInfo.Info, PDFDict);
  for (const name of ['Creator', 'Producer', 'CreationDate', 'ModDate'])
    info.delete(PDFName.of(name));
  info.set(PDFName.of('Title'), PDFHexString.fromText(title));
  info.set(PDFName.of('Subject'), PDFHexString.fromText(description));
  if (authors.length > 0) info.set(PDFName.of('Author'), PDFHexString.fromText(authors.join(', ')));
  if (language !== undefined) document.setLanguage(language);
  if (updated === undefined) return;
  const digits = updated.replaceAll('-', '');
  const date = PDFString.of(`D:${digits}${digits.length > 4 ? '000000Z' : ''}`);
  info.set(PDFName.of('CreationDate'), date);
  info.set(PDFName.of('ModDate'), date);
}

/**
 * Replaces the titles in the outline. The browser drops the space between two lines of a heading,
 * puts a formula's drawn characters after its words, and writes Hebrew and Arabic in visual order.
 * It writes some characters twice, such as a bracket that reaches into the sheet before.
 * The order of the headings distinguishes those with the same letters.
 */
function nameOutline({ catalog }: PDFDocument, headings: PdfFacts['headings']): void {
  const rest = headings.map(({ title, printed }) => ({ title, letters: countLetters(printed) }));
  for (const item of listItems(catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict))) {
    const found = countLetters(readText(item, 'Title') ?? '');
    const index = rest.findIndex(({ letters }) => isOnceOrTwice(found, letters));
    const [heading] = index < 0 ? [] : rest.splice(0, index + 1).slice(-1);
    if (heading) item.set(PDFName.of('Title'), PDFHexString.fromText(heading.title));
  }
}

/** Returns the items of an outline below `parent`, in reading order. */
function listItems(parent: PDFDict | undefined): PDFDict[] {
  const items: PDFDict[] = [];
  let item = parent?.lookupMaybe(PDFName.of('First'), PDFDict);
  while (item) {
    items.push(item, ...listItems(item));
    item = item.lookupMaybe(PDFName.of('Next'), PDFDict);
  }
  return items;
}

/**
 * Counts the letters of a text, so that texts compare equal in logical and visual order. Visual
 * order also mirrors brackets.
 */
function countLetters(text: string): Map<string, number> {
  const letters = text.replace(/[\s\u200b]+/g, '');
  const counts = new Map<string, number>();
  for (const letter of letters.replace(/[)\]}>»]/g, (sign) => mirrored[sign] ?? sign))
    counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
}

/** Whether `found` has each of the letters, no fewer and at most twice as many, and no others. */
function isOnceOrTwice(
  found: ReadonlyMap<string, number>,
  letters: ReadonlyMap<string, number>,
): boolean {
  return (
    found.size === letters.size &&
    [...letters].every(([letter, count]) => {
      const times = (found.get(letter) ?? 0) / count;
      return times >= 1 && times <= 2;
    })
  );
}

const mirrored: Readonly<Record<string, string>> = {
  ...{ ')': '(', ']': '[', '}': '{', '>': '<', '»': '«' },
};

/**
 * Retags a picture as a formula if its description is marked as one. One without a description
 * only frames a picture or table.
 */
function tagPicture(element: PDFDict, context: PDFContext): void {
  if (element.get(PDFName.of('S')) !== PDFName.of('Figure')) return;
  const text = readText(element, 'Alt');
  if (text === undefined) element.set(PDFName.of('S'), context.obj('Div'));
  if (!text?.startsWith(formulaMark)) return;
  element.set(PDFName.of('S'), context.obj('Formula'));
  element.set(PDFName.of('Alt'), PDFHexString.fromText(text.slice(formulaMark.length)));
}

function readText(dictionary: PDFDict, name: string): string | undefined {
  const value = dictionary.get(PDFName.of(name));
  const isText = value instanceof PDFString || value instanceof PDFHexString;
  return isText ? value.decodeText() : undefined;
}
