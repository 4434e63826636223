import type { Page } from '@playwright/test';
import { expect, hydrateFigures, test, unfoldFigures } from '../support/browser.ts';

declare global {
  var shifts: string[];
}

/** Records layout shifts while the page loads. */
async function recordShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    globalThis.shifts = [];
    interface LayoutShift extends PerformanceEntry {
      value: number;
      sources: { node: Node | null }[];
    }
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries() as LayoutShift[])
        shifts.push(
          `${value}: ${sources.map(({ node }) => node?.textContent?.trim()).join(' | ')}`,
        );
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** Waits until the fonts have loaded and the page has been drawn with them. */
async function waitForFonts(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let frame = 0; frame < 3; frame += 1) await nextFrame();
  });
}

async function readShifts(page: Page): Promise<string[]> {
  await waitForFonts(page);
  return await page.evaluate(() => shifts);
}

test('what moves is noticed', async ({ page }) => {
  await recordShifts(page);
  await page.goto('/');
  await page.evaluate(() => {
    document.body.prepend(document.createElement('hr'), 'More');
  });
  expect(await readShifts(page)).not.toEqual([]);
});

for (const width of [390, 1440])
  test.describe(`${width} px wide`, () => {
    test.use({ viewport: { width, height: 900 } });

    test('nothing moves while the Research page loads', async ({ page }) => {
      await recordShifts(page);
      await page.goto('/');
      expect(await readShifts(page)).toEqual([]);
    });

    test('nothing moves when the controls of figures come and a worker takes long', async ({
      page,
      example,
    }) => {
      // Longer than words stay without a mark that they are old.
      await page.route(/worker/, async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 1000));
        await route.continue();
      });
      await page.goto(`${example.address}research/interactive-figures/`);
      await unfoldFigures(page);
      // Unfolding moves the text, and that is no shift of the figures.
      await waitForFonts(page);
      await page.evaluate(() => {
        globalThis.shifts = [];
        new PerformanceObserver((list) => {
          shifts.push(...list.getEntries().map((entry) => JSON.stringify(entry)));
        }).observe({ type: 'layout-shift' });
      });
      await hydrateFigures(page);
      expect(await readShifts(page)).toEqual([]);
    });

    test('the links of a poster stand where they stand without script', async ({
      page,
      browser,
      example,
    }) => {
      const still = await browser.newPage({
        viewport: { width, height: 900 },
        javaScriptEnabled: false,
      });
      for (const shown of [page, still]) {
        await shown.goto(`${example.address}research/interactive-figures/`);
        await unfoldFigures(shown);
      }
      await hydrateFigures(page);
      const readLeft = async (shown: Page) =>
        Math.round((await shown.locator('.interactive-poster').first().boundingBox())?.x ?? -1);
      const left = await readLeft(page);
      expect(left).toBeGreaterThan(0);
      await expect.poll(async () => await readLeft(still)).toBe(left);
      await still.close();
    });

    test('nothing moves when its fonts come late', async ({ page }) => {
      const drawn: PromiseWithResolvers<void> = Promise.withResolvers();
      await page.route('**/*.woff2', async (route) => {
        await drawn.promise;
        await route.continue();
      });
      await recordShifts(page);
      await page.goto('/', { waitUntil: 'commit' });
      await page.waitForFunction(
        () => performance.getEntriesByName('first-contentful-paint').length,
      );
      const hasStandIn = await page.evaluate(() =>
        [...document.fonts].some(
          ({ status, family }) => status === 'loaded' && /Newsreader.* (Times|Noto)/.test(family),
        ),
      );
      drawn.resolve();
      test.skip(!hasStandIn, 'this machine has none of the serifs that stand in');
      await page.waitForLoadState('load');
      expect(await readShifts(page)).toEqual([]);
    });
  });
