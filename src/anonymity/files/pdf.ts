import { inflateSync } from 'node:zlib';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Part } from './part.ts';
import { listStrings } from './strings.ts';

/** The blanks between letters that are set far apart, which are read as words. */
const spaced = /(?<=(?:^|\s)\p{L}) (?=\p{L}(?:\s|$))/gmu;

export function isPdf(bytes: Buffer): boolean {
  return bytes.subarray(0, 1024).includes('%PDF-');
}

/**
 * What a PDF says: its properties, its outline, the text and the links of its pages, the names of what is
 * attached; and whatever else can be read in it, for a PDF keeps what was replaced.
 */
export async function readPdf(bytes: Buffer): Promise<Part[]> {
  const rest = { where: 'its objects', text: listObjects(bytes) };
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  try {
    const pdf = await task.promise;
    return [...(await readProperties(pdf)), ...(await readPages(pdf)), rest];
  } finally {
    await task.destroy();
  }
}

async function readProperties(pdf: PDFDocumentProxy): Promise<Part[]> {
  const { info, metadata } = await pdf.getMetadata();
  // A PDF need not have any, whatever the types say.
  const xmp = (metadata as { getRaw(): unknown } | null)?.getRaw();
  const outline = (await pdf.getOutline()) as unknown;
  const attachments = (await pdf.getAttachments()) as unknown;
  return [
    { where: 'its properties', text: listTexts(info).join('\n') },
    { where: 'its XMP', text: listTexts(xmp).join('\n') },
    { where: 'its outline', text: listTexts(outline).join('\n') },
    { where: 'its attachments', text: listTexts(attachments).join('\n') },
  ];
}

async function readPages(pdf: PDFDocumentProxy): Promise<Part[]> {
  const parts: Part[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const annotations = (await page.getAnnotations()) as unknown[];
    const words = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''));
    const where = `page ${number}`;
    const text = words.join('');
    parts.push(
      { where, text: `${text}\n${text.replace(spaced, '')}` },
      { where: `${where}, a link or note`, text: listTexts(annotations).join('\n') },
    );
  }
  return parts;
}

/** Every text in a value. */
function listTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value instanceof Uint8Array) return [listStrings(Buffer.from(value))];
  // Properties that a program made up, and what is attached, come as maps.
  if (value instanceof Map) return [...value].flatMap(listTexts);
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(listTexts);
}

/** What can be read in the file itself, and in those of its streams that are compressed as usual. */
function listObjects(bytes: Buffer): string {
  const text = bytes.toString('latin1');
  const streams = Array.from(text.matchAll(/stream\r?\n/g), ({ index, 0: { length } }) => {
    try {
      return inflateSync(bytes.subarray(index + length), { finishFlush: 2 });
    } catch {
      return Buffer.alloc(0);
    }
  });
  return [bytes, ...streams]
    .flatMap((data) => [listStrings(data), ...listHexStrings(data)])
    .join('\n');
}

/** Strings in hexadecimal digits, as descriptions of figures are; those in UTF-16 have its mark. */
function listHexStrings(data: Buffer): string[] {
  return Array.from(data.toString('latin1').matchAll(/<([\da-f\s]{8,})>/gi), ([, digits = '']) => {
    const bytes = Buffer.from(digits.replace(/\s/g, ''), 'hex');
    return bytes.toString('hex', 0, 2) === 'feff'
      ? new TextDecoder('utf-16be').decode(bytes)
      : listStrings(bytes);
  });
}
