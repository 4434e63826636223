import type { Locator, Page } from '@playwright/test';
import sharp from 'sharp';
import { expect, test } from '../support/browser.ts';

declare global {
  var transition: Promise<number[]>;
}

/** Returns the durations of a page transition, in ms; none if it is instant. */
async function readTransition(page: Page): Promise<number[]> {
  await page.addInitScript(() => {
    addEventListener('pagereveal', ({ viewTransition }) => {
      const readTimes = () =>
        document.getAnimations().map(({ effect }) => Number(effect?.getComputedTiming().endTime));
      globalThis.transition = viewTransition?.ready.then(readTimes) ?? Promise.resolve([]);
    });
  });
  await page.goto('/');
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: 'Papers' })
    .click();
  await page.waitForURL('**/papers/');
  await page.waitForFunction(() => 'transition' in globalThis);
  return await page.evaluate(() => transition);
}

test('one page fades into the next, briefly', async ({ page }) => {
  const durations = await readTransition(page);
  expect(durations.length).toBeGreaterThan(0);
  expect(Math.max(...durations)).toBeLessThanOrEqual(200);
});

test('nothing moves where motion is to be reduced', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await readTransition(page)).toEqual([]);
  const moving = await page.evaluate(
    () =>
      [...document.querySelectorAll('*')]
        .map((element) => getComputedStyle(element))
        .filter(({ animationName, transitionDuration, scrollBehavior }) => {
          return (
            animationName !== 'none' || transitionDuration !== '0s' || scrollBehavior === 'smooth'
          );
        }).length,
  );
  expect(moving).toBe(0);
});

/** Returns the difference between the brightest and darkest part of a drawing, of 255. */
async function readRange(locator: Locator): Promise<number> {
  const { channels } = await sharp(await locator.screenshot())
    .greyscale()
    .stats();
  const [{ min, max } = { min: 0, max: 0 }] = channels;
  return max - min;
}

test('plates, glyphs and marks are seen in forced colours', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('/');
  // The plates in a row of the index are too small for their cells to be told apart.
  const drawn = await page.locator('main svg:not(.entry-glyph > .plate), .step-mark').all();
  expect(drawn.length).toBeGreaterThan(6);
  const faint = [];
  for (const one of drawn)
    if ((await readRange(one)) < 128) faint.push(await one.evaluate(({ outerHTML }) => outerHTML));
  expect(faint).toEqual([]);
});
