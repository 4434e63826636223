import { expect, test as base, type Page } from '@playwright/test';
import { readPages } from '../../src/verify/page.ts';
import { serveSite, type Served } from '../../src/verify/serve.ts';
import { exampleBuild, rootBuild } from './builds.ts';
import { pickUnlikePages } from './unlike-pages.ts';

/**
 * Playwright's `test`, with the built site at its `baseURL`, and the example at `example.address`.
 */
export const test = base.extend<object, { site: Served; example: Served }>({
  example: [
    async ({}, use) => {
      const site = await serveSite(exampleBuild.folder, exampleBuild.base);
      await use(site);
      site.close();
    },
    { scope: 'worker' },
  ],
  site: [
    async ({}, use) => {
      const site = await serveSite(rootBuild.folder);
      await use(site);
      site.close();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ site }, use) => {
    await use(site.address);
  },
});

export { expect } from '@playwright/test';

/** Opens the folded figures of a page. */
export async function unfoldFigures(page: Page): Promise<void> {
  const folded = page.locator('.folded-figure:not([open]) > summary');
  // A pointer would rest on the figure.
  while ((await folded.count()) > 0) await folded.first().press('Enter');
}

/** Hydrates and touches every figure of a page by scrolling to its end, and returns to the top. */
export async function hydrateFigures(page: Page): Promise<void> {
  await unfoldFigures(page);
  for (const figure of await page.locator('.interactive').all()) {
    await figure.scrollIntoViewIfNeeded();
    await expect(figure.locator('.interactive-downloads')).toBeVisible();
    // A figure is computed when it is touched.
    await figure.dispatchEvent('pointerenter');
  }
  await expect(page.locator('.interactive-summary[aria-busy]')).toHaveCount(0);
  await page.evaluate(async () => {
    scrollTo(0, 0);
    // Drawings are shown at the next frame.
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let frame = 0; frame < 2; frame += 1) await nextFrame();
  });
}

/** The paths of pages that stand for those that look like them. */
export const pages = pickUnlikePages(readPages(rootBuild.folder, rootBuild.pages)).map(
  ({ path }) => path,
);
