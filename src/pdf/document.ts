import {
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFString,
  type PDFContext,
} from '@cantoo/pdf-lib';
import type { PageFacts } from './prepare.ts';

/** What a formula's description begins with, as the browser prints it: the browser has no tag for formulas. */
export const formulaMark = 'formula:';

/** Names of tags that only PDF 2.0 has, and what they stand for in the version that the browser writes. */
const olderTags = { Em: 'Span', Strong: 'Span' };

/**
 * The file of a page as it is published: it says who wrote it and when it was changed last, in place of when
 * it was printed and with what, so that it is the same bytes whenever it is made of the same page.
 */
export async function finishDocument(printed: Uint8Array, facts: PageFacts): Promise<Uint8Array> {
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

/** The browser names cells of tables by numbers that are others at each run: they are counted from 1 instead. */
function numberNodes(printed: Uint8Array): Buffer {
  const text = Buffer.from(printed).toString('latin1');
  const names = [...new Set(text.match(/\bnode\d{8}\b/g))].toSorted();
  const numbers = new Map(names.map((name, index) => [name, index + 1]));
  return Buffer.from(
    text.replace(/\bnode\d{8}\b/g, (name) => `node${String(numbers.get(name)).padStart(8, '0')}`),
    'latin1',
  );
}

function describeDocument(document: PDFDocument, facts: PageFacts): void {
  const { title, description, authors, updated } = facts;
  const info = document.context.lookup(document.context.trailerInfo.Info, PDFDict);
  for (const name of ['Creator', 'Producer', 'CreationDate', 'ModDate'])
    info.delete(PDFName.of(name));
  info.set(PDFName.of('Title'), PDFHexString.fromText(title));
  info.set(PDFName.of('Subject'), PDFHexString.fromText(description));
  if (authors.length > 0) info.set(PDFName.of('Author'), PDFHexString.fromText(authors.join(', ')));
  if (updated === undefined) return;
  const date = PDFString.of(`D:${updated.replaceAll('-', '')}000000Z`);
  info.set(PDFName.of('CreationDate'), date);
  info.set(PDFName.of('ModDate'), date);
}

/**
 * In the outline the browser leaves out the space between two lines of a heading, puts what is drawn of a formula
 * after what it is in words, and writes Hebrew and Arabic in the order in which they are drawn. The order of the
 * headings tells which is which, as two may have the same letters.
 */
function nameOutline({ catalog }: PDFDocument, headings: PageFacts['headings']): void {
  const rest = headings.map(({ title, printed }) => ({ title, letters: sortLetters(printed) }));
  for (const item of listItems(catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict))) {
    const letters = sortLetters(readText(item, 'Title') ?? '');
    const index = rest.findIndex((heading) => heading.letters === letters);
    const [found] = index < 0 ? [] : rest.splice(0, index + 1).slice(-1);
    if (found) item.set(PDFName.of('Title'), PDFHexString.fromText(found.title));
  }
}

/** The items of an outline below `parent`, in reading order. */
function listItems(parent: PDFDict | undefined): PDFDict[] {
  const items: PDFDict[] = [];
  let item = parent?.lookupMaybe(PDFName.of('First'), PDFDict);
  while (item) {
    items.push(item, ...listItems(item));
    item = item.lookupMaybe(PDFName.of('Next'), PDFDict);
  }
  return items;
}

/** The letters of a text in any order, for what is drawn from right to left is turned round, brackets as well. */
function sortLetters(text: string): string {
  return [...text.replace(/\s+/g, '').replace(/[)\]}>»]/g, (sign) => mirrored[sign] ?? sign)]
    .toSorted()
    .join('');
}

const mirrored: Readonly<Record<string, string>> = {
  ...{ ')': '(', ']': '[', '}': '{', '>': '<', '»': '«' },
};

/** Makes a formula of a picture whose description is that of one; what frames a picture or table is none. */
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
