import { deflateRawSync, gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { person } from './identity.ts';

/** A trace of the author in one location of the project. */
export interface Trace {
  name: string;
  /** The unique name of its entry or public file. */
  mark: string;
  files: Record<string, string | Buffer>;
}

const { name, given, family, github, email, host, orcid } = person;

const reversed = `${family}, ${given}`;
const spaced = [...name].join('\u200b');

/** Ways to write an identity. */
const writings: Record<string, string> = {
  'the name': name,
  'the name in capitals': name.toUpperCase(),
  'the name taken apart': name.normalize('NFD'),
  'the name, family first': reversed,
  'initial and family': `${given.slice(0, 1)}. ${family}`,
  'the given name alone': given,
  'the family name alone': family,
  'the name without accents': 'Quenby Zarathrost-Oezdil and Quenby Zarathrost-Ozdil',
  'the name with soft hyphens': name.replaceAll('r', 'r\u00ad'),
  'the name with invisible signs': spaced,
  'the name with a no-break space': name.replace(' ', '\u00a0').replace('-', '\u2011'),
  'the name in emphasis': `${given} **Zarathrost**-Özdil`,
  'the name across markup': 'Quen*by* Zarath**rost**-Özdil',
  'the name in wide letters': 'Ｑｕｅｎｂｙ Ｚａｒａｔｈｒｏｓｔ',
  'the account': github,
  'the account in an address': `[code](https://github.com/${github}/x)`,
  'the address by mail': `[mail](mailto:${email})`,
  'the address by mail, spelt out': email.replace('@', ' at ').replaceAll('.', ' dot '),
  'the host': host,
  'the host in an address': `[page](https://${host}/x)`,
  'the identifier': orcid,
  'the identifier without hyphens': orcid.replaceAll('-', ''),
  'the name in percents': `[page](https://example.org/${encodeURIComponent(name)})`,
  'the name in code': `\`author = "${name}"\``,
  'the name in a block of code': `\`\`\`\n# ${name}\n\`\`\``,
  'the name in a footnote': `Words.[^1]\n\n[^1]: By ${name}.`,
  'the name in a cell': `| a |\n| - |\n| ${name} |`,
  'the name in a formula': '$x_{\\text{Quenby Zarathrost}}$',
  'the name in alternative text': `![A plate of ${name}](./plate.png)`,
  'the name as the title of a picture': `![A plate](./plate.png "${name}")`,
  'the name in an abbreviation': `<abbr title="${name}">QZ</abbr>`,
};

const entry = (mark: string, body: string, fields = ''): Record<string, string> => ({
  [`content/threads/${mark}.mdx`]: `---\ntitle: Entry ${mark}\nquestion: What is asked?\nstarted: 2026-04\nstatus: active\naccent: violet\n${fields}---\n\n${body}\n`,
});

const shown = (
  mark: string,
  type: string,
  bytes: string | Buffer,
): Record<string, string | Buffer> => ({
  ...entry(mark, `![A picture](./${mark}.${type})`),
  [`content/threads/${mark}.${type}`]: bytes,
});

const svg = (inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30" viewBox="0 0 40 30">${inside}<path d="M0 0h40v30"/></svg>`;

const numeric = Array.from(name, (sign) => `&#${sign.codePointAt(0) ?? 0};`).join('');

/** Builds a ZIP archive of one compressed file. */
function zip(file: string, text: string): Buffer {
  const data = deflateRawSync(text);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(data.length, 18);
  header.writeUInt32LE(Buffer.byteLength(text), 22);
  header.writeUInt16LE(file.length, 26);
  return Buffer.concat([header, Buffer.from(file), data]);
}

const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');

/** Inserts a comment segment into a JPEG, after its first two bytes. */
function comment(jpeg: Buffer, text: string): Buffer {
  const words = Buffer.from(text);
  const head = Buffer.from([0xff, 0xfe, 0, words.length + 2]);
  return Buffer.concat([jpeg.subarray(0, 2), head, words, jpeg.subarray(2)]);
}

/** Builds every trace, each with its own mark. */
export async function buildTraces(): Promise<Trace[]> {
  const plain = sharp({ create: { width: 24, height: 16, channels: 3, background: '#456' } });
  const jpeg = await plain.clone().jpeg().toBuffer();
  const described = await plain
    .clone()
    .withExif({ IFD0: { Artist: name, Copyright: name } })
    .jpeg()
    .toBuffer();
  const png = await plain
    .clone()
    .withExif({ IFD0: { Artist: name } })
    .png()
    .toBuffer();
  const texts = Object.entries(writings).map(([name, text], index): Trace => {
    const mark = `blind-text-${index}`;
    return { name: `${name} in prose`, mark, files: entry(mark, `Words.\n\n${text}\n\nWords.`) };
  });
  const others: [name: string, build: (mark: string) => Trace['files']][] = [
    ['the name in a field', (mark) => entry(mark, '', `approach: ${name} shows it.\n`)],
    [
      'the name in a note',
      (mark) =>
        entry(mark, '', `history: [{date: 2026-05, change: version, note: '${name} did.'}]\n`),
    ],
    ['the name as a tag', (mark) => entry(mark, '', `tags: [${family}]\n`)],
    ['the repository', (mark) => entry(mark, '', `repository: ${github}/${mark}\n`)],
    ['text of an SVG', (mark) => shown(mark, 'svg', svg(`<text y="9">${name}</text>`))],
    [
      'text of an SVG, sign by sign',
      (mark) => shown(mark, 'svg', svg(`<text y="9">${numeric}</text>`)),
    ],
    [
      'text of an SVG, in pieces',
      (mark) =>
        shown(
          mark,
          'svg',
          svg(`<text><tspan>Quen</tspan><tspan>by Zarath</tspan><tspan>rost</tspan></text>`),
        ),
    ],
    ['a remark in an SVG', (mark) => shown(mark, 'svg', svg(`<!-- ${name} -->`))],
    ['metadata of an SVG', (mark) => shown(mark, 'svg', svg(`<metadata>${name}</metadata>`))],
    ['an id of an SVG', (mark) => shown(mark, 'svg', svg(`<g id="${github}"/>`))],
    ['a comment of a JPEG', (mark) => shown(mark, 'jpg', comment(jpeg, name))],
    ['the Exif of a JPEG', (mark) => shown(mark, 'jpg', described)],
    ['the Exif of a PNG', (mark) => shown(mark, 'png', png)],
    ['bytes behind a JPEG', (mark) => shown(mark, 'jpg', Buffer.concat([jpeg, Buffer.from(name)]))],
    ['a public text', (mark) => ({ [`public/${mark}.txt`]: name })],
    ['a public text in UTF-16', (mark) => ({ [`public/${mark}.txt`]: utf16(name) })],
    [
      'a public text in Latin-1',
      (mark) => ({ [`public/${mark}.txt`]: Buffer.from(name, 'latin1') }),
    ],
    [
      'a hidden public file',
      (mark) => ({ [`public/.well-known/${mark}.txt`]: `Contact: mailto:${email}` }),
    ],
    ['a hidden public file of a hidden name', (mark) => ({ [`public/.${mark}`]: email })],
    ['a public file without a type', (mark) => ({ [`public/${mark}`]: name })],
    [
      'a public page',
      (mark) => ({ [`public/${mark}.html`]: `<p>Quen<b>by</b> Zara<wbr>throst</p>` }),
    ],
    ['a public table', (mark) => ({ [`public/${mark}.csv`]: `a,b\n1,"${reversed}"\n` })],
    [
      'a public archive',
      (mark) => ({ [`public/${mark}.zip`]: zip('name.txt', `${name}\n`.repeat(9)) }),
    ],
    [
      'a public file in gzip',
      (mark) => ({ [`public/${mark}.txt.gz`]: gzipSync(`${name}\n`.repeat(9)) }),
    ],
    ['a public picture', (mark) => ({ [`public/${mark}.jpg`]: comment(jpeg, name) })],
    ['a public picture with Exif', (mark) => ({ [`public/${mark}.jpg`]: described })],
    [
      'a map of a script',
      (mark) => ({
        [`public/${mark}.js.map`]: JSON.stringify({ sources: [`/home/${github}/x.ts`] }),
      }),
    ],
    ['a name of a public file', (mark) => ({ [`public/${mark}-${github}.txt`]: 'Nothing.' })],
  ];
  return [
    ...texts,
    ...others.map(([name, build], index) => {
      const mark = `blind-file-${index}x`;
      return { name, mark, files: build(mark) };
    }),
  ];
}
