import { inflateSync } from 'node:zlib';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { FilePart } from './part.ts';
import { listStrings, listWords } from './strings.ts';
import type { PackedFile } from './zip.ts';

/** Spaces between widely spaced letters, which belong to one word. */
const spaced = /(?<=(?:^|\s)\p{L}) (?=\p{L}(?:\s|$))/gmu;

export function isPdf(bytes: Buffer): boolean {
  return bytes.subarray(0, 1024).includes('%PDF-');
}

/** The words in a PDF, and the files in it. */
interface PdfReading {
  parts: FilePart[];
  files: PackedFile[];
  /**
   * Whether every object can be read. False for an encrypted PDF, even if its pages can be shown.
   */
  isWhole: boolean;
}

/**
 * Reads the properties, outline, text and links of a PDF, its attachments, and every other
 * readable string: a PDF keeps text that was replaced.
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

async function readProperties(pdf: PDFDocumentProxy): Promise<FilePart[]> {
  const { info, metadata } = await pdf.getMetadata();
  // Unlike its type says, a PDF need not have any.
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

/** Returns the annotations of each page. */
async function listAnnotations(pdf: PDFDocumentProxy): Promise<object[][]> {
  const pages: object[][] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    pages.push((await page.getAnnotations()) as object[]);
  }
  return pages;
}

/** Returns the files that are attached to the document or to an annotation. */
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

/** Returns the embedded JPEG files, which keep their own metadata. */
function listPictures(streams: readonly Buffer[]): PackedFile[] {
  return streams
    .filter((bytes) => bytes.toString('hex', 0, 3) === 'ffd8ff')
    .map((bytes, index) => ({ name: `picture ${index + 1}`, bytes }));
}

async function readPages(
  pdf: PDFDocumentProxy,
  annotations: readonly object[][],
): Promise<FilePart[]> {
  const parts: FilePart[] = [];
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

/** Returns every text in a value. */
function listTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value instanceof Uint8Array) return [listWords(Buffer.from(value))];
  // Custom properties and attachments come as maps.
  if (value instanceof Map) return [...value].flatMap(listTexts);
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(listTexts);
}

/** Returns the streams of a PDF, decompressed if they use the usual compression. */
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

/** Returns the readable strings of the file itself and of its streams. */
function listObjects(data: readonly Buffer[]): string {
  return data.flatMap((bytes) => [listStrings(bytes), ...listHexStrings(bytes)]).join('\n');
}

/**
 * Reads hexadecimal strings, such as the descriptions of figures. A byte order mark tells UTF-16.
 */
function listHexStrings(data: Buffer): string[] {
  return Array.from(data.toString('latin1').matchAll(/<([\da-f\s]{6,})>/gi), ([, digits = '']) => {
    const bytes = Buffer.from(digits.replace(/\s/g, ''), 'hex');
    return bytes.toString('hex', 0, 2) === 'feff'
      ? new TextDecoder('utf-16be').decode(bytes)
      : listWords(bytes);
  });
}
