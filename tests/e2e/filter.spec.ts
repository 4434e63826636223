import { AxeBuilder } from '@axe-core/playwright';
import { serveSite } from '../../src/verify/serve.ts';
import { expect, test as base } from '../support/browser.ts';
import { findBuild } from '../support/builds.ts';
import { listLayoutFaults } from '../support/geometry.ts';

const grown = findBuild('grown');
const [longTagPage = ''] = grown.pages
  .filter((path) => path.startsWith('tags/'))
  .toSorted((a, b) => b.length - a.length);

/** On a site with so many entries that its indexes have a filter. */
const test = base.extend({
  baseURL: async ({}, use) => {
    const site = await serveSite(grown.folder);
    await use(site.address);
    site.close();
  },
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the keyboard opens the tags, chooses one, then a kind, and clears both', async ({
    page,
  }) => {
    await page.goto('/');
    const filter = page.getByRole('navigation', { name: 'Filter' });
    const tags = filter.getByRole('list', { name: 'Tag', exact: true });
    await expect(tags).toBeHidden();
    await filter.locator('summary').focus();
    await page.keyboard.press('Enter');
    await expect(tags).toBeVisible();

    // The first link shows every tag.
    const tag = tags.getByRole('link').nth(1);
    const label = await tag.innerText();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(tag).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/tags\/[^/]+\/$/);
    await expect(filter.locator('summary')).toHaveText(`Tag: ${label}`);

    const kind = filter.getByRole('list', { name: 'Kind' }).getByRole('link').nth(1);
    await kind.focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/tags\/[^/]+\/(threads|papers)\/$/);
    await expect(filter.locator('summary')).toHaveText(`Tag: ${label}`);

    await filter.getByRole('link', { name: 'Clear the filter' }).focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/');
  });
});

for (const path of ['/', '/papers/', `/${longTagPage}`])
  test(`the tags of the filter on ${path}, when open, fit every window and leave room to tap`, async ({
    page,
  }) => {
    await page.goto(path);
    await page.evaluate(() => document.fonts.ready);
    await page.getByText(/^Tag: /).click();
    for (const width of [320, 390, 768, 1024, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      expect.soft(await page.evaluate(listLayoutFaults), `${width} px`).toEqual([]);
      const axe = new AxeBuilder({ page }).setLegacyMode();
      const { violations } = await axe.analyze();
      const faults = violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
      expect.soft(faults, `${width} px, axe`).toEqual([]);
    }
  });
