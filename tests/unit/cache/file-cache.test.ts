import assert from 'node:assert/strict';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import {
  buildKey,
  readCached,
  remember,
  removeUnused,
  writeCached,
} from '../../../src/cache/file-cache.ts';

const folder = mkdtempSync(join(tmpdir(), 'cache-'));
after(() => rmSync(folder, { recursive: true }));
const open = (name: string) => ({ folder: join(folder, name), version: '1' });
const bytes = (text: string) => Uint8Array.from(Buffer.from(text));
const key = 'a'.repeat(64);

test('a result is found by its key until the folder is deleted', () => {
  const place = open('usual');
  assert.equal(readCached(place, key), undefined);
  writeCached(place, key, bytes('result'));
  assert.equal(readCached(place, key)?.toString(), 'result');
  assert.equal(readCached(place, key.replace('a', 'b')), undefined);
  rmSync(place.folder, { recursive: true });
  assert.equal(readCached(place, key), undefined);
});

test('an empty result is one', () => {
  const place = open('empty');
  writeCached(place, key, bytes(''));
  assert.equal(readCached(place, key)?.length, 0);
});

test('a change of any part, of the version or of the borders of parts makes another key', () => {
  const place = open('keys');
  const keys = [
    buildKey(place, 'card', 'title', 'text'),
    buildKey({ ...place, version: '2' }, 'card', 'title', 'text'),
    buildKey(place, 'page', 'title', 'text'),
    buildKey(place, 'card', 'titles', 'text'),
    buildKey(place, 'card', 'title', 'texts'),
    buildKey(place, 'card', 'titlet', 'ext'),
    buildKey(place, 'card', 'titletext'),
    buildKey(place, 'card', 'title', 'text', ''),
  ];
  assert.equal(new Set(keys).size, keys.length);
  const again = { ...place, folder: 'elsewhere' };
  assert.equal(buildKey(again, 'card', 'title', bytes('text')), keys[0]);
});

test('a damaged file is none, and is made again', async () => {
  const place = open('damaged');
  const parts = ['kind', 'input'];
  const file = join(place.folder, buildKey(place, ...parts));
  const make = () => Promise.resolve(bytes('result'));
  await remember(place, parts, make);
  const whole = readFileSync(file);
  const turned = Buffer.from(whole);
  turned.writeUInt8((turned.at(-1) ?? 0) ^ 1, turned.length - 1);
  for (const broken of [turned, whole.subarray(0, 36), whole.subarray(0, 8), Buffer.alloc(0)]) {
    writeFileSync(file, broken);
    assert.equal(readCached(place, buildKey(place, ...parts)), undefined);
    assert.equal(Buffer.from(await remember(place, parts, make)).toString(), 'result');
    assert.deepEqual(readFileSync(file), whole);
  }
});

test('what is known is not made again, and without a cache all is', async () => {
  const place = open('known');
  let count = 0;
  const make = () => Promise.resolve(bytes(String((count += 1))));
  for (let time = 0; time < 3; time += 1) await remember(place, ['kind', 'input'], make);
  assert.equal(count, 1);
  for (let time = 0; time < 2; time += 1) await remember(undefined, ['kind', 'input'], make);
  assert.equal(count, 3);
});

test('a link is neither read nor written through', { skip: process.platform === 'win32' }, () => {
  const place = open('links');
  mkdirSync(place.folder, { recursive: true });
  const outside = join(folder, 'outside');
  writeCached(place, key, bytes('secret'));
  writeFileSync(outside, readFileSync(join(place.folder, key)));
  rmSync(join(place.folder, key));
  symlinkSync(outside, join(place.folder, key));
  const before = readFileSync(outside);
  assert.equal(readCached(place, key), undefined);
  writeCached(place, key, bytes('result'));
  assert.deepEqual(readFileSync(outside), before);
  assert.equal(readCached(place, key)?.toString(), 'result');
});

test('a place that cannot be written keeps nothing and stops nothing', () => {
  writeFileSync(join(folder, 'file'), '');
  writeCached(open('file'), key, bytes('result'));
  assert.equal(readCached(open('file'), key), undefined);
  removeUnused(open('file'), 0);
});

test('only results that were read or written since the start stay', () => {
  const place = open('unused');
  const names = ['a', 'b', 'c'].map((letter) => letter.repeat(64));
  const [read = '', unread = '', fresh = ''] = names;
  for (const name of [read, unread]) writeCached(place, name, bytes(name));
  writeFileSync(join(place.folder, `${key}.leftover`), '');
  for (const name of readdirSync(place.folder)) utimesSync(join(place.folder, name), 1000, 1000);
  const start = statSync(folder).mtimeMs - 1000;
  readCached(place, read);
  writeCached(place, fresh, bytes('new'));
  removeUnused(place, start);
  assert.deepEqual(readdirSync(place.folder).toSorted(), [read, fresh]);
});
