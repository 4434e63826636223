import { AxeBuilder } from '@axe-core/playwright';
import { expect, pages, test, hydrateFigures } from '../support/browser.ts';
import { serveSite } from '../../src/verify/serve.ts';
import { findBuild } from '../support/builds.ts';
import { listLayoutFaults } from '../support/geometry.ts';

const windows = [
  // A window of 1280 × 1024 px at 400 % zoom, as in WCAG 1.4.10.
  { width: 320, height: 256 },
  ...[320, 390, 768, 1024, 1440, 1920].map((width) => ({ width, height: 900 })),
];

for (const path of pages)
  test(`${path} fits every window, with no text cut off, broken or on another, and room to tap`, async ({
    page,
  }) => {
    await page.goto(path);
    await hydrateFigures(page);
    await page.evaluate(() => document.fonts.ready);
    for (const size of windows) {
      await page.setViewportSize(size);
      const name = `${size.width} × ${size.height}`;
      expect.soft(await page.evaluate(listLayoutFaults), name).toEqual([]);
      const axe = new AxeBuilder({ page }).setLegacyMode().withRules(['target-size']);
      const { violations } = await axe.analyze();
      const targets = violations.flatMap(({ nodes }) => nodes.map(({ html }) => html));
      expect.soft(targets, `${name}, targets`).toEqual([]);
    }
  });

test('a page from right to left is mirrored, and does not scroll sideways', async ({ page }) => {
  const mirrored = findBuild('mirrored');
  const served = await serveSite(mirrored.folder);
  for (const path of mirrored.pages) {
    await page.goto(served.address + path);
    for (const width of [320, 390, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      const room = await page.evaluate(() => document.documentElement.scrollWidth);
      expect.soft(room, `${path}, ${width} px`).toBeLessThanOrEqual(width);
    }
  }
  await page.goto(`${served.address}papers/titan/`);
  const place = async (selector: string) => {
    const box = await page.locator(selector).first().boundingBox();
    return { left: box?.x ?? 0, right: (box?.x ?? 0) + (box?.width ?? 0) };
  };
  // The name is at the beginning of the line, and the facts of the paper before its text: on the right.
  expect((await place('body > header > a')).right).toBeGreaterThan(1440 * 0.9);
  expect((await place('[data-theme-button]')).left).toBeLessThan(1440 * 0.1);
  const text = await place('.entry-text');
  expect((await place('.entry-rail')).left).toBeGreaterThanOrEqual(text.right);
  served.close();
});

test('the Research page of fifty entries is at most three times as tall as that of four', async ({
  page,
}) => {
  const stranger = findBuild('stranger');
  const served = await serveSite(stranger.folder, stranger.base);
  const measure = async (address: string, width: number) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(address);
    await page.evaluate(() => document.fonts.ready);
    return page.evaluate(() => document.documentElement.scrollHeight);
  };
  for (const width of [390, 1440]) {
    const few = await measure('/', width);
    expect.soft(await measure(served.address, width), `${width} px`).toBeLessThanOrEqual(3 * few);
  }
  served.close();
});

test('what is too wide scrolls in itself, and never the page', async ({ page }) => {
  const wide = findBuild('wide');
  const served = await serveSite(wide.folder);
  for (const path of wide.pages) {
    await page.goto(served.address + path);
    for (const width of [320, 390, 768, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      const room = await page.evaluate(() => document.documentElement.scrollWidth);
      expect.soft(room, `${path}, ${width} px`).toBeLessThanOrEqual(width);
    }
  }
  await page.goto(`${served.address}research/wide/`);
  await page.setViewportSize({ width: 390, height: 900 });
  const scrolling = await page.evaluate(() =>
    Array.from(document.querySelectorAll<HTMLElement>('.prose *'))
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
      .filter((element) => getComputedStyle(element).overflowX === 'auto')
      .map(({ tabIndex, tagName, className }) => ({ tabIndex, name: `${tagName}.${className}` })),
  );
  expect(scrolling.length).toBeGreaterThan(9);
  expect(scrolling.filter(({ tabIndex }) => tabIndex !== 0)).toEqual([]);
  served.close();
});

/** Faults that must be found, each on a page without others. */
const planted: [what: string, body: string][] = [
  ['the page is 400 px wide', '<p style="width: 400px">Wide</p>'],
  ['cut off: Unbreakable', '<p style="width: 20px; overflow: hidden">Unbreakable</p>'],
  ['cut off: Above', '<p style="height: 2px; overflow: clip">Above</p>'],
  ['cut off: Left', '<p style="margin-left: -30px">Left</p>'],
  [
    'cut off: a menu of “One”',
    '<select style="width: 80px"><option>One<option>An option of many letters</select>',
  ],
  ['broken: Unbreakable', '<p style="width: 40px; overflow-wrap: anywhere">Unbreakable</p>'],
  ['“One” lies on “Other”', '<p>One</p><p style="margin-top: -1.2em">Other</p>'],
  ['“One” lies on “Other”', '<svg><text y="20">One</text><text x="5" y="20">Other</text></svg>'],
];

for (const [fault, body] of planted)
  test(`found in ${body}: ${fault}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 256 });
    await page.setContent(`<style>* { margin: 0 }</style>${body}`);
    expect(await page.evaluate(listLayoutFaults)).toEqual([fault]);
  });

const sound = [
  '<select><option>One<option>An option of many letters</select>',
  '<p style="overflow: hidden; white-space: nowrap; text-overflow: ellipsis">A line that ends in an ellipsis, and is long</p>',
  '<p style="overflow: auto; white-space: nowrap">A line that can be scrolled to, and is long</p>',
  '<p style="position: absolute; clip-path: inset(50%); width: 1px; height: 1px">For some</p><p>All</p>',
  '<h1 style="line-height: 0.9">Two lines<br>that are <i>close</i></h1>',
];

for (const body of sound)
  test(`no fault in ${body}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 256 });
    await page.setContent(`<style>* { margin: 0 }</style>${body}`);
    expect(await page.evaluate(listLayoutFaults)).toEqual([]);
  });
