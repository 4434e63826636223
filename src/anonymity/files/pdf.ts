import { inflateSync } from 'node:zlib';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Part } from './part.ts';
import { listStrings, listWords } from './strings.ts';
import type { PackedFile } from './zip.ts';

/** The blanks between letters that are set far apart, which are read as words. */
const spaced = /(?<=(?:^|\s)\p{L}) (?=\p{L}(?:\s|$))/gmu;

export function isPdf(bytes: Buffer): boolean {
  return bytes.subarray(0, 1024).includes('%PDF-');
}

/** The words in a PDF, and the files that it holds. */
interface PdfReading {
  parts: Part[];
  files: PackedFile[];
  /** Whether all of its objects can be read: not so of those that are encrypted, though its pages may be shown. */
  isWhole: boolean;
}

/**
 * What a PDF says: its properties, its outline, the text and the links of its pages; what is attached; and
 * whatever else can be read in it, for a PDF keeps what was replaced.
 */
export async function readPdf(bytes: Buffer): Promise<PdfReading> {
  const streams = listStreams(bytes);
  const rest = { where: 'its objects', text: listObjects([bytes, ...streams]) };
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  try {
    const pdf = await task.promise;
    const annotations = await listAnnotations(pdf);
    const parts = [...(await readProperties(pdf)), ...(await readPages(pdf, annotations)), rest];
    const attached = await listAttachments(pdf, annotations.flat());
    const files = [...attached, ...listPictures(streams)];
    return { parts, files, isWhole: !bytes.includes('/Encrypt') };
  } finally {
    await task.destroy();
  }
}

async function readProperties(pdf: PDFDocumentProxy): Promise<Part[]> {
  const { info, metadata } = await pdf.getMetadata();
  // A PDF need not have any, whatever the types say.
  const xmp = (metadata as { getRaw(): unknown } | null)?.getRaw();
  const outline = (await pdf.getOutline()) as unknown;
  const attachments = await pdf.getAttachments();
  return [
    { where: 'its properties', text: listTexts(info).join('\n') },
    { where: 'its XMP', text: listTexts(xmp).join('\n') },
    { where: 'its outline', text: listTexts(outline).join('\n') },
    { where: 'its attachments', text: listTexts(attachments).join('\n') },
  ];
}

/** The annotations of each page. */
async function listAnnotations(pdf: PDFDocumentProxy): Promise<object[][]> {
  const pages: object[][] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    pages.push((await page.getAnnotations()) as object[]);
  }
  return pages;
}

/** The files that are attached to the document or to a place in it. */
async function listAttachments(
  pdf: PDFDocumentProxy,
  annotations: readonly object[],
): Promise<PackedFile[]> {
  const names = [...((await pdf.getAttachments())?.keys() ?? [])];
  const ids = annotations.flatMap((one) =>
    'fileId' in one && typeof one.fileId === 'string' ? [one.fileId] : [],
  );
  return Promise.all(
    [...names, ...ids].map(async (name, index) => {
      const content = await pdf.getAttachmentContent(name);
      return { name: `attachment ${index + 1}`, ...(content && { bytes: Buffer.from(content) }) };
    }),
  );
}

/** Photographs stand in a PDF as the files that they were, with what those say of themselves. */
function listPictures(streams: readonly Buffer[]): PackedFile[] {
  return streams
    .filter((bytes) => bytes.toString('hex', 0, 3) === 'ffd8ff')
    .map((bytes, index) => ({ name: `picture ${index + 1}`, bytes }));
}

async function readPages(pdf: PDFDocumentProxy, annotations: readonly object[][]): Promise<Part[]> {
  const parts: Part[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const words = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''));
    const where = `page ${number}`;
    const text = words.join('');
    parts.push(
      { where, text: `${text}\n${text.replace(spaced, '')}` },
      { where: `${where}, a link or note`, text: listTexts(annotations[number - 1]).join('\n') },
    );
  }
  return parts;
}

/** Every text in a value. */
function listTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value instanceof Uint8Array) return [listWords(Buffer.from(value))];
  // Properties that a program made up, and what is attached, come as maps.
  if (value instanceof Map) return [...value].flatMap(listTexts);
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(listTexts);
}

/** The streams of a PDF, unpacked where they are compressed as usual. */
function listStreams(bytes: Buffer): Buffer[] {
  const text = bytes.toString('latin1');
  return Array.from(text.matchAll(/(?<!end)stream\r?\n/g), ({ index, 0: { length } }) => {
    const start = index + length;
    try {
      return inflateSync(bytes.subarray(start), { finishFlush: 2 });
    } catch {
      const end = bytes.indexOf('endstream', start);
      return bytes.subarray(start, end === -1 ? bytes.length : end);
    }
  });
}

/** What can be read in the file itself, and in its streams. */
function listObjects(data: readonly Buffer[]): string {
  return data.flatMap((bytes) => [listStrings(bytes), ...listHexStrings(bytes)]).join('\n');
}

/** Strings in hexadecimal digits, as descriptions of figures are; those in UTF-16 have its mark. */
function listHexStrings(data: Buffer): string[] {
  return Array.from(data.toString('latin1').matchAll(/<([\da-f\s]{6,})>/gi), ([, digits = '']) => {
    const bytes = Buffer.from(digits.replace(/\s/g, ''), 'hex');
    return bytes.toString('hex', 0, 2) === 'feff'
      ? new TextDecoder('utf-16be').decode(bytes)
      : listWords(bytes);
  });
}
