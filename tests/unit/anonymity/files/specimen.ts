import { brotliCompressSync, crc32, deflateRawSync, deflateSync } from 'node:zlib';
import { encodePng } from '../../../../src/metadata/png.ts';

/** Builds a chunk of a PNG. */
export function buildChunk(type: string, data: Buffer | string): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), Buffer.from(data)]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(body.length - 4, 0);
  chunk.set(body, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
}

/** Builds a picture of one pixel with `chunk` before its last chunk, and `rest` after it. */
export function buildPng(chunk: Buffer, rest = ''): Buffer {
  const png = Buffer.from(encodePng({ data: new Uint8Array(3), width: 1, height: 1 }));
  return Buffer.concat([png.subarray(0, -12), chunk, png.subarray(-12), Buffer.from(rest)]);
}

/** The text in each location of a PDF. */
export interface PdfWords {
  author?: string;
  xmp?: string;
  text?: string;
  link?: string;
  note?: string;
  outline?: string;
  /** A custom property, named by a program. */
  company?: string;
  /** The description of a figure. */
  figure?: string;
  /** An unreferenced object. */
  old?: string;
  /** An attachment. */
  file?: Buffer;
  /** A JPEG file. */
  photo?: Buffer;
}

/** Builds a PDF of one page. */
export function buildPdf(words: PdfWords): Buffer {
  const { author = '', xmp = '', text = '', link = '', note = '', outline = '', old = '' } = words;
  const { company = '', figure = '', file = Buffer.of(), photo = Buffer.of() } = words;
  // A string in UTF-16, as programs write those beyond ASCII.
  const wide = (value: string) => `<feff${Buffer.from(value, 'utf16le').swap16().toString('hex')}>`;
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${xmp && '/Metadata 7 0 R'} /Outlines 8 0 R` +
      ' /Names << /EmbeddedFiles << /Names [(a) 14 0 R] >> >> >>',
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
    '<< /Type /Filespec /F (a.zip) /EF << /F 15 0 R >> >>',
    buildStream(
      Buffer.from(`${file.toString('hex')}>`),
      '/Type /EmbeddedFile /Filter /ASCIIHexDecode',
    ),
    buildStream(photo, '/Type /XObject /Subtype /Image /Filter /DCTDecode'),
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

/** Inserts a segment with `data` after the first marker of a JPEG; 0xfe is a comment. */
export function insertSegment(jpeg: Buffer, marker: number, data: string): Buffer {
  const head = Buffer.of(0xff, marker, 0, Buffer.byteLength(data) + 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, Buffer.from(data), jpeg.subarray(2)]);
}

/** Builds a GIF of one pixel with a comment, in blocks of at most `size` bytes. */
export function buildGif(comment: string, size = 255): Buffer {
  const data = Buffer.from(comment);
  const blocks = Array.from({ length: Math.ceil(data.length / size) }, (_, index) => {
    const block = data.subarray(index * size, (index + 1) * size);
    return Buffer.concat([Buffer.of(block.length), block]);
  });
  return Buffer.concat([
    Buffer.from('GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff', 'latin1'),
    Buffer.of(0x21, 0xfe, ...Buffer.concat(blocks), 0),
    Buffer.from('2c00000000010001000002024401003b', 'hex'),
  ]);
}

/** Builds a WOFF 2 with only a name table that holds this name. */
export function buildFont(name: string): Buffer {
  const table = Buffer.from(name, 'utf16le').swap16();
  const packed = brotliCompressSync(table);
  const head = Buffer.alloc(48);
  head.write('wOF2\0\x01\0\0', 'latin1');
  head.writeUInt16BE(1, 12);
  head.writeUInt32BE(packed.length, 20);
  return Buffer.concat([head, Buffer.of(5, table.length), packed]);
}

/** Builds a ZIP of one compressed file. */
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
