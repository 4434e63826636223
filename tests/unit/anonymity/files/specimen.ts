import { crc32, deflateRawSync, deflateSync } from 'node:zlib';
import { encodePng } from '../../../../src/metadata/png.ts';

/** A chunk of a PNG. */
export function buildChunk(type: string, data: Buffer | string): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), Buffer.from(data)]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(body.length - 4, 0);
  chunk.set(body, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
}

/** A picture of one pixel with `chunk` before its last one, and `rest` behind. */
export function buildPng(chunk: Buffer, rest = ''): Buffer {
  const png = Buffer.from(encodePng({ data: new Uint8Array(3), width: 1, height: 1 }));
  return Buffer.concat([png.subarray(0, -12), chunk, png.subarray(-12), Buffer.from(rest)]);
}

/** What a PDF may say in each of the places in which it says something. */
export interface PdfWords {
  author?: string;
  xmp?: string;
  text?: string;
  link?: string;
  note?: string;
  outline?: string;
  /** A property that a program made up, by its name. */
  company?: string;
  /** A figure, as it is described. */
  figure?: string;
  /** An object that nothing refers to. */
  old?: string;
}

/** A PDF of one page. */
export function buildPdf(words: PdfWords): Buffer {
  const { author = '', xmp = '', text = '', link = '', note = '', outline = '', old = '' } = words;
  const { company = '', figure = '' } = words;
  // A string in UTF-16, as programs write one that is more than ASCII.
  const wide = (value: string) => `<feff${Buffer.from(value, 'utf16le').swap16().toString('hex')}>`;
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${xmp && '/Metadata 7 0 R'} /Outlines 8 0 R >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Annots [10 0 R 11 0 R]' +
      ' /Resources << /Font << /F 5 0 R >> >> >>',
    buildStream(deflateSync(`BT /F 12 Tf 10 100 Td (${text}) Tj ET`), '/Filter /FlateDecode'),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Author ${wide(author)} /Company ${wide(company)} >>`,
    buildStream(Buffer.from(xmp), '/Type /Metadata /Subtype /XML'),
    '<< /Type /Outlines /First 9 0 R /Last 9 0 R /Count 1 >>',
    `<< /Title ${wide(outline)} /Parent 8 0 R /Dest [3 0 R /Fit] >>`,
    `<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (${link}) >> >>`,
    `<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents ${wide(note)} >>`,
    buildStream(deflateSync(old), '/Filter /FlateDecode'),
    `<< /Type /StructElem /S /Figure /Alt ${wide(figure)} >>`,
  ];
  let pdf = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const offset = pdf.length;
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 6 0 R >>`;
  return Buffer.from(`${pdf}${table}${trailer}\nstartxref\n${pdf.length}\n%%EOF\n`, 'latin1');
}

function buildStream(data: Buffer, entries: string): string {
  const length = `/Length ${data.length}`;
  return `<< ${entries} ${length} >>\nstream\n${data.toString('latin1')}\nendstream`;
}

/** A ZIP of one file, which is compressed. */
export function buildZip(name: string, text: string): Buffer {
  const data = deflateRawSync(text);
  const local = Buffer.alloc(30);
  local.write('PK\x03\x04', 'latin1');
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.write('PK\x01\x02', 'latin1');
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(data.length, 20);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(30 + name.length + data.length, 16);
  return Buffer.concat([local, Buffer.from(name), data, entry, Buffer.from(name), end]);
}
