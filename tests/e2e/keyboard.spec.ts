import type { Page } from '@playwright/test';
import { expect, pages, test, hydrateFigures } from '../support/browser.ts';

const interactive = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';

test('the first Tab finds the skip link, which leads to the text', async ({ page }) => {
  await page.goto('/');
  const link = page.locator('.skip-link');
  const size = async () => (await link.boundingBox())?.height ?? 0;
  expect(await size()).toBeLessThan(2);
  await page.keyboard.press('Tab');
  await expect(link).toBeFocused();
  expect(await size()).toBeGreaterThan(24);
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
});

/**
 * Returns the index of the focused element among all focusable ones, and whether the focus is
 * visible.
 */
function readFocus(page: Page) {
  return page.evaluate((selector) => {
    const element = document.activeElement ?? document.body;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const { top, left, bottom, right } = element.getBoundingClientRect();
    return {
      place: [...document.querySelectorAll(selector)].indexOf(element),
      outlined: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
      inView: top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth,
    };
  }, interactive);
}

for (const path of pages)
  test(`all that can be used on ${path} is reached by Tab, in order and in sight`, async ({
    page,
  }) => {
    await page.goto(path);
    await hydrateFigures(page);
    const places = await page.evaluate(
      (selector) =>
        [...document.querySelectorAll(selector)].flatMap((element, place) =>
          element.checkVisibility() ? [place] : [],
        ),
      interactive,
    );
    const visited = [];
    while (visited.length < places.length) {
      await page.keyboard.press('Tab');
      visited.push(await readFocus(page));
    }
    expect(visited).toEqual(places.map((place) => ({ place, outlined: true, inView: true })));
  });
