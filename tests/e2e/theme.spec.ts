import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/browser.ts';

declare global {
  var firstPaper: string;
}

const opposite = { light: 'dark', dark: 'light' } as const;
const schemes = ['light', 'dark'] as const;

/** Returns the theme of the page, or of its previous background. */
async function readTheme(page: Page, earlier?: string): Promise<'light' | 'dark'> {
  const paper =
    earlier ??
    (await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor));
  const [red = 0, green = 0, blue = 0] = (paper.match(/[\d.]+/g) ?? []).map(Number);
  return red + green + blue < 384 ? 'dark' : 'light';
}

const button = (page: Page): Locator => page.getByRole('button', { name: 'Theme' });

/**
 * Returns the label of the button and the theme of the page, before and after each of three steps.
 */
async function stepThrough(page: Page): Promise<string[][]> {
  const states: string[][] = [];
  for (let step = 0; step <= 3; step += 1) {
    if (step > 0) await button(page).click();
    const name = (await button(page).innerText()).replace(/\s+/g, ' ').trim();
    states.push([name, await readTheme(page)]);
  }
  return states;
}

for (const scheme of schemes)
  test.describe(`where the system is ${scheme}`, () => {
    test.use({ colorScheme: scheme });

    test('the page is as the system is, and follows it', async ({ page }) => {
      await page.goto('/');
      expect(await readTheme(page)).toBe(scheme);
      await page.emulateMedia({ colorScheme: opposite[scheme] });
      expect(await readTheme(page)).toBe(opposite[scheme]);
    });

    test('the button steps to the other theme, to this one by choice, and back', async ({
      page,
    }) => {
      await page.goto('/');
      expect(await stepThrough(page)).toEqual([
        ['Theme: system', scheme],
        [`Theme: ${opposite[scheme]}`, opposite[scheme]],
        [`Theme: ${scheme}`, scheme],
        ['Theme: system', scheme],
      ]);
    });

    test('a choice outlasts a reload and a change of page, and comes without a flash', async ({
      page,
    }) => {
      const chosen = opposite[scheme];
      // The theme at the first possible paint.
      await page.addInitScript(() => {
        new MutationObserver((_, observer) => {
          if (!document.querySelector('body')) return;
          observer.disconnect();
          globalThis.firstPaper = getComputedStyle(document.documentElement).backgroundColor;
        }).observe(document, { childList: true, subtree: true });
      });
      await page.goto('/');
      await button(page).click();
      for (const move of [() => page.reload(), () => page.goto('/papers/')]) {
        await move();
        expect(await readTheme(page, await page.evaluate(() => firstPaper))).toBe(chosen);
        expect(await readTheme(page)).toBe(chosen);
      }
    });
  });

test('where storage is refused, the choice holds for the page', async ({ page }) => {
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'localStorage', {
      get: () => {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  });
  await page.goto('/');
  const shown = (await stepThrough(page)).map(([, theme]) => theme);
  expect(shown).toEqual(['light', 'dark', 'light', 'light']);
  expect(errors).toEqual([]);
});

for (const scheme of schemes)
  test.describe(`without script, where the system is ${scheme}`, () => {
    test.use({ javaScriptEnabled: false, colorScheme: scheme });

    test('the page is as the system is, has all of its text, and no button', async ({
      page,
      browser,
      site,
    }) => {
      await page.goto('/');
      expect(await readTheme(page)).toBe(scheme);
      await expect(page.getByRole('button')).toHaveCount(0);

      const scripted = await browser.newPage();
      await scripted.goto(site.address);
      const text = await scripted.locator('main').innerText();
      await scripted.close();
      expect(await page.locator('main').innerText()).toBe(text);
    });
  });
