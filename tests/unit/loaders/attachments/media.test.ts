import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { readFilmSize } from '../../../../src/loaders/attachments/film-size.ts';
import { findPublishedFile } from '../../../../src/loaders/attachments/list.ts';
import { checkMedia, findCompanions } from '../../../../src/loaders/attachments/media.ts';

const root = mkdtempSync(join(tmpdir(), 'media-'));
after(() => rmSync(root, { recursive: true }));
const folder = join(root, 'content/papers');
mkdirSync(folder, { recursive: true });
const write = (name: string, bytes: string | Uint8Array) =>
  writeFileSync(join(folder, name), bytes);

/** A box of an MP4. */
function box(name: string, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(content.length + 8);
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, content]);
}

function trackHeader(width: number, height: number): Buffer {
  const fields = Buffer.alloc(84);
  fields.writeUInt16BE(width, 76);
  fields.writeUInt16BE(height, 80);
  return box('trak', box('tkhd', fields));
}

const sound = trackHeader(0, 0);
const film = box('moov', sound, trackHeader(1280, 720));
const pictures = box('mdat', Buffer.alloc(5_000));

test('the size of a film is that of its first track with pictures, wherever its header is', () => {
  write('first.mp4', Buffer.concat([box('ftyp'), film, pictures]));
  write('last.mp4', Buffer.concat([box('ftyp'), pictures, film]));
  write('sound.mp4', box('moov', sound));
  write('cut.mp4', Buffer.concat([pictures, film]).subarray(0, -40));
  write('none.mp4', 'no film at all, and longer than a header');
  write('film.webm', Buffer.from('1654ae6be08cb0820280ba820168', 'hex'));
  write('other.webm', 'no film');
  const read = (name: string) => readFilmSize(join(folder, name));
  for (const name of ['first.mp4', 'last.mp4'])
    assert.deepEqual(read(name), { width: 1280, height: 720 });
  assert.deepEqual(read('film.webm'), { width: 640, height: 360 });
  for (const name of ['sound.mp4', 'cut.mp4', 'none.mp4', 'other.webm'])
    assert.equal(read(name), undefined, name);
});

test('a film has captions or a transcript beside it, under its name', () => {
  write('talk.mp4', Buffer.concat([film, pictures]));
  const check = () => checkMedia(root, 'content/papers/titan.mdx', './talk.mp4');
  assert.deepEqual(
    check().map(({ rule }) => rule),
    ['missing-alt-text'],
  );
  write('talk.txt', 'Hello.');
  assert.deepEqual(check(), []);
  write('talk.vtt', '\ufeffWEBVTT\n\n00:00.000 --> 00:02.000\nHello.\n');
  assert.deepEqual(check(), []);
  assert.deepEqual(findCompanions(root, 'content/papers/talk.mp4'), {
    captions: 'content/papers/talk.vtt',
    transcript: 'content/papers/talk.txt',
  });
  const found = findPublishedFile(root, join(folder, 'titan.mdx'), './talk.mp4');
  assert.equal(found?.captions?.path, '/papers/titan/talk.vtt');
  assert.deepEqual([found.width, found.height], [1280, 720]);
});
