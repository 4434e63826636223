import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { sanitizeSvg } from '../../src/loaders/images/svg.ts';
import { exports, refused, removed } from '../unit/loaders/images/specimen.ts';

const [scripted = ''] = removed[0] ?? [];
const picturing = refused.flatMap(([, svg]) => (svg.includes('<image href="https:') ? svg : []));
const published = [...Object.values(exports), ...removed.map(([svg]) => svg)].flatMap(
  (svg) => sanitizeSvg(Buffer.from(svg)).svg ?? [],
);

/** Opens drawings directly, on a host that sends no policy. */
async function open(svgs: string[], visit: (address: string) => Promise<void>): Promise<void> {
  const server = createServer((request, response) => {
    const svg = svgs[Number(request.url?.slice(1).split('.')[0])];
    response.writeHead(svg ? 200 : 404, { 'content-type': 'image/svg+xml' }).end(svg);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  for (const index of svgs.keys()) await visit(`http://127.0.0.1:${port}/${index}.svg`);
  server.close();
  server.closeAllConnections();
}

for (const [what, svgs, isHarmless] of [
  ['that is published runs nothing and loads nothing', published, true],
  // Proves that the test can fail.
  ['that is not does both', [scripted, ...picturing], false],
] as const)
  test(`a drawing ${what}, opened by itself`, async ({ page }) => {
    const dialogs: string[] = [];
    const loaded: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      dialog.dismiss().catch(() => undefined);
    });
    page.on('request', (request) => {
      const { pathname, protocol } = new URL(request.url());
      if (!/^\/(\d+\.svg|favicon\.ico)$/.test(pathname) && protocol !== 'data:')
        loaded.push(request.url());
    });
    await page.route(/example\.org/, (route) => route.abort());
    await open([...svgs], async (address) => {
      await page.goto(address);
      for (const link of await page.locator('a').all())
        await link.dispatchEvent('click').catch(() => undefined);
    });
    expect([dialogs.length === 0, loaded.length === 0]).toEqual([isHarmless, isHarmless]);
  });
