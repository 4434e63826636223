import assert from 'node:assert/strict';
import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import sharp from 'sharp';
import { mediaAllowances, pictures } from '../../../src/verify/pictures.ts';
import { listProblems, writePage, writeSite } from './hand-made.ts';

const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
const draw = (width: number, noisy = false) =>
  sharp({
    create: { width, height: 400, channels: 3, background: 'red', ...(noisy && { noise }) },
  });

/** Checks a page with these files, each of the size of its bytes. */
async function check(body: string, files: Record<string, Buffer>): Promise<string[]> {
  const site = writeSite({ 'index.html': writePage(body) });
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(site.folder, name), bytes);
  return await listProblems(pictures, site);
}

const plain = await draw(800).webp().toBuffer();
const small = await draw(480).webp().toBuffer();

test('pictures as the site publishes them are in order', async () => {
  const set = 'srcset="/a.webp 480w, /b.webp 800w" sizes="92vw"';
  assert.deepEqual(
    await check(`<img src="/b.webp" ${set} width="800" height="400" alt="A">`, {
      'a.webp': small,
      'b.webp': plain,
    }),
    [],
  );
});

test('a picture that is too heavy is told with its size, the limit and a way to mend it', async () => {
  const heavy = await draw(480, true).webp({ lossless: true }).toBuffer();
  const [found = ''] = await check('<img src="/a.webp" width="480" height="400" alt="A">', {
    'a.webp': heavy,
  });
  const allowed = mediaAllowances.picture + 480 * 400 * mediaAllowances.pixel;
  assert.ok(heavy.length > allowed);
  assert.ok(
    found.startsWith(
      `/ Its picture /a.webp has ${heavy.length} bytes; ${allowed} are allowed. Save `,
    ),
  );
});

test('a wide picture in one width, a wrong width and missing measures are found', async () => {
  const files = { 'a.webp': small, 'b.webp': plain };
  const one = await check('<img src="/b.webp" width="800" height="400" alt="A">', files);
  assert.match(one.join('\n'), /\/b\.webp has one width/);
  const wrong = '<img src="/a.webp" srcset="/b.webp 480w" width="480" height="400" alt="A">';
  assert.match((await check(wrong, files)).join('\n'), /is 800 px wide, and the page says 480/);
  assert.match(
    (await check('<img src="/a.webp" alt="A">', files)).join('\n'),
    /no width and height/,
  );
});

test('a drawing and a film that are too large are found', async () => {
  const drawing = Buffer.alloc(mediaAllowances.drawing + 1, 32);
  const [found = ''] = await check('<img src="/a.svg" width="9" height="9" alt="A">', {
    'a.svg': drawing,
  });
  assert.match(found, /Its drawing \/a\.svg has 500001 bytes; 500000 are allowed\. Export/);
  const site = writeSite({
    'index.html': writePage('<video src="/a.mp4" controls></video>'),
    'a.mp4': '',
  });
  assert.deepEqual(await listProblems(pictures, site), []);
  truncateSync(join(site.folder, 'a.mp4'), mediaAllowances.film + 1);
  assert.match(
    (await listProblems(pictures, site)).join('\n'),
    /Its film \/a\.mp4 has 100000001 bytes; .* ffmpeg/,
  );
});
