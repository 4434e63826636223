import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { findIdentity } from '../../../src/anonymity/identity.ts';
import { findLeaks, findOrigins } from '../../../src/anonymity/leaks.ts';
import { formatLeaks } from '../../../src/anonymity/report.ts';
import { buildChunk, buildPdf, buildPng, insertSegment } from './files/specimen.ts';

const site = `address: https://www.countess.io/portfolio/
author:
  name: Ada Lovelace
  email: ada@example.org
`;
const { identifiers } = findIdentity(new Map([['content/site.yaml', site]]));

const name = 'Ada Lovelace';
const pixel = sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } });
const jpeg = await pixel.jpeg().toBuffer();
const map = { version: 3, sources: ['a.ts'], sourcesContent: [`// by ${name}`], mappings: '' };

/** Files that identify the author, each in its own way, and the location. */
const planted: [file: string, place: string, content: string | Buffer][] = [
  ['text.html', ':2:4', `<p>\n<p>${name}</p>`],
  ['attribute.html', ':1:11', `<img alt="${name}">`],
  ['entity.html', ':1:1', 'A&#100;a&nbsp;Lovelace'],
  ['comment.html', ':1:6', `<!-- ${name} -->`],
  ['escape.json', ':1:11', '{"title":"\\u0041da Lovelace"}'],
  ['entity.xml', ':2:1', '<a><b>&amp;\n&#x41;da Lovelace</b></a>'],
  ['percent.html', ':1:21', '<a href="mailto:?to=ada%40example.org">'],
  ['CITATION.cff', ':2:17', 'authors:\n- family-names: Lovelace'],
  ['works.bib', ':1:13', '@misc{a, b={Lovelace, Ada}}'],
  ['works.ris', ':1:7', 'AU  - Lovelace, A.'],
  ['script.js.map', ':1:58', JSON.stringify(map)],
  [
    'inline.js',
    ', data in base64 1',
    `f()//# sourceMappingURL=data:application/json;base64,${btoa(JSON.stringify(map))}`,
  ],
  ['_headers', ':2:9', '/*\n  X-By: ada@example.org'],
  ['card.png', ', chunk tEXt', buildPng(buildChunk('tEXt', `Author\0${name}`))],
  ['properties.pdf', ', its properties', buildPdf({ author: name })],
  ['page.pdf', ', page 1', buildPdf({ text: name })],
  ['link.pdf', ', page 1, a link or note', buildPdf({ link: 'mailto:ada@example.org' })],
  ['papers/lovelace-2026.html', ', its name', ''],
  // Served files at any depth and under any name.
  ['.well-known/security.txt', ':1:17', 'Contact: mailto:ada@example.org'],
  ['a/.b/.c', ':1:4', `by ${name}`],
  ['a/[b] {c} *?#%20ü.txt', ':1:4', `by ${name}`],
  ['CNAME', ':1:1', 'countess.io'],
  // Parts of an identifier.
  ['given.html', ':1:14', '<p>Thanks to Ada.</p>'],
  ['host.html', ':1:5', 'See countess.io'],
  ['block.html', ':1:16', '<p>by</p><p><b>A</b>da Love<i>lace</i></p><p>Next'],
  ['comment.jpg', ', a comment', insertSegment(jpeg, 0xfe, name)],
  ['given.jpg', ', a comment', insertSegment(jpeg, 0xfe, 'Ada')],
  ['packed.txt.gz', ', packed.txt', gzipSync(name)],
  ['packed.txt.br', ', packed.txt', brotliCompressSync(name)],
];

function build(files: typeof planted): string {
  const folder = mkdtempSync(join(tmpdir(), 'leaks-'));
  after(() => rmSync(folder, { recursive: true }));
  for (const [file, , content] of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
  return folder;
}

test('a leak of each kind is found in its file and at its place, and nothing else is', async () => {
  const innocent = ['index.html', '', '<p>Of the Lovelaceans, by nobody.</p>'] as const;
  const { leaks, count, unread } = await findLeaks(build([...planted, [...innocent]]), identifiers);
  const places = leaks.map(({ file, place }) =>
    'where' in place ? `${file}, ${place.where}` : `${file}:${place.line}:${place.column}`,
  );
  assert.equal(count, planted.length + 1);
  assert.deepEqual(unread, []);
  for (const [file, place] of planted)
    assert.ok(
      places.some((one) => one.startsWith(file + place)),
      `${file}${place} in ${places.join(' ')}`,
    );
  assert.deepEqual(
    [...new Set(leaks.map(({ file }) => file))].toSorted(),
    planted.map(([file]) => file).toSorted(),
  );
});

test('a compressed copy of a file that is searched is not searched again, and any other is', async () => {
  const text = `by ${name}`;
  const folder = build([
    ['a.txt', '', text],
    ['a.txt.gz', '', gzipSync(text)],
    ['a.txt.br', '', brotliCompressSync(text)],
    ['b.txt', '', 'nobody'],
    ['b.txt.gz', '', gzipSync(text)],
    ['c.txt', '', 'nobody'],
    ['c.txt.br', '', brotliCompressSync(`${text} `)],
  ]);
  const { leaks, count, unread } = await findLeaks(folder, identifiers);
  assert.deepEqual([...new Set(leaks.map(({ file }) => file))], ['a.txt', 'b.txt.gz', 'c.txt.br']);
  assert.deepEqual([count, unread], [7, []]);
});

test('links are followed, and those that lead nowhere or in a circle are not', async () => {
  const folder = build([['a/text.txt', '', 'nobody']]);
  const outside = build([['secret.txt', '', `by ${name}`]]);
  symlinkSync(join(outside, 'secret.txt'), join(folder, 'link.txt'));
  symlinkSync(outside, join(folder, 'linked'));
  symlinkSync(folder, join(folder, 'a/circle'));
  symlinkSync(join(folder, 'nothing'), join(folder, 'broken'));
  const { leaks, unread } = await findLeaks(folder, identifiers);
  assert.deepEqual(
    new Set(leaks.map(({ file }) => file)),
    new Set(['link.txt', 'linked/secret.txt']),
  );
  assert.deepEqual(unread, ['broken']);
});

test('what cannot be read whole is named', async () => {
  const film = Buffer.from('\0\0\0\x18ftypisom\xff', 'latin1');
  const { leaks, unread } = await findLeaks(build([['film.mp4', '', film]]), identifiers);
  assert.deepEqual(leaks, []);
  assert.deepEqual(unread, ['film.mp4']);
});

test('the report names file and place, what was found, where it was set, and what to do', async () => {
  const pages = ['a', 'b', 'c', 'd', 'e', 'f'].map((page): (typeof planted)[number] => [
    `${page}.html`,
    '',
    '<p>By Lovelace</p>',
  ]);
  const files: typeof planted = [...pages, ['g.txt', '', 'ada@example.org']];
  const { leaks } = await findLeaks(build(files), identifiers);
  const report = formatLeaks(leaks, 'dist', ({ file }) =>
    file === 'g.txt' ? 'Change it.' : 'Leave it out.',
  );
  assert.equal(
    report,
    `dist/a.html:1:7  leak
  found     <p>By Lovelace</p>; also in b.html:1:7, c.html:1:7, d.html:1:7, e.html:1:7, and 1 more
  expected  no trace of author.name, “Ada Lovelace” (content/site.yaml:3)
  fix       Leave it out. If it does not identify you, add --allow "lovelace".

dist/g.txt:1:1  leak
  found     ada@example.org
  expected  no trace of author.email, “ada@example.org” (content/site.yaml:4)
  fix       Change it. If it does not identify you, add --allow "ada@example.org".

2 leaks in 7 files.`,
  );
});

test('all places in the texts that hold a leak are found, what is cited last', () => {
  const identifier = identifiers.find(({ field }) => field === 'author.name');
  assert.ok(identifier);
  const texts = new Map([
    ['content/references.bib', '\n@misc{a,\n  note = {By Lovelace},\n}'],
    ['content/threads/a.mdx', 'Nobody.'],
    ['content/threads/b.mdx', '---\n---\n\nAs A.\u00a0Lovelace said.\n\nLovelace, Lovelace.'],
  ]);
  const find = (match: string) => findOrigins({ identifier, match }, texts);
  assert.equal(find('a. lovelace'), 'content/threads/b.mdx:4');
  const all = 'content/threads/b.mdx:4, :6; content/references.bib:3';
  assert.equal(find('lovelace'), all);
  // A page may phrase it differently from the text.
  assert.equal(find('lovelace, a.'), all);
  assert.equal(findOrigins({ identifier, match: 'lovelace' }, new Map()), undefined);
});
