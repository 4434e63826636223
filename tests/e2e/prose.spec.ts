import type { Page } from '@playwright/test';
import { expect, test } from '../support/browser.ts';

/** The page of the example with every feature of prose. */
const path = 'research/what-prose-can-do/';

test('a picture is enlarged by keyboard, and Escape leads back to it', async ({
  page,
  example,
}) => {
  await page.goto(example.address + path);
  const button = page.getByRole('button', { name: /^Enlarge: Two falling curves/ }).first();
  await button.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: /^Two falling curves/ });
  await expect(dialog).toBeVisible();
  const [small, large] = await Promise.all(
    [button, dialog].map((place) => place.locator('img').boundingBox()),
  );
  expect(large?.width ?? 0).toBeGreaterThan(small?.width ?? Infinity);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(button).toBeFocused();
});

test('of a picture in two variants, each theme shows its own', async ({ page, example }) => {
  await page.goto(example.address + path);
  const shown = page.locator('#fig-loss img:visible');
  const expectShown = async (name: RegExp) => {
    await expect(shown).toHaveCount(1);
    await expect(shown).toHaveAttribute('src', name);
  };
  const choose = (theme: string) =>
    page.evaluate((name) => (document.documentElement.dataset.theme = name), theme);
  const [light, dark] = [/loss\./, /loss-dark\./];
  for (const [colorScheme, system, other] of [
    ['light', light, dark],
    ['dark', dark, light],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await choose('system');
    await expectShown(system);
    await choose(colorScheme === 'light' ? 'dark' : 'light');
    await expectShown(other);
    await page.emulateMedia({ media: 'print', colorScheme });
    await expectShown(light);
    await page.emulateMedia({ media: 'screen' });
  }
});

/** Returns the text that the button called `name` copies. */
async function readCopied(page: Page, name: string): Promise<string> {
  const button = page.getByRole('button', { name, exact: true });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Copied' })).toBeFocused();
  return page.evaluate(() => navigator.clipboard.readText());
}

test('the citation of an entry is copied as its files have it', async ({
  page,
  context,
  request,
  example,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(example.address + path);
  for (const [name, format] of [
    ['Copy APA', 'txt'],
    ['Copy BibTeX', 'bib'],
  ] as const) {
    const file = await request.get(`${example.address}${path}citation.${format}`);
    expect(`${await readCopied(page, name)}\n`).toBe(await file.text());
    await page.keyboard.press('Tab');
  }
});

test('of code with a title, the code alone is copied', async ({ page, context, example }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(example.address + path);
  const listing = page.getByRole('figure', { name: 'train.py' });
  await listing.getByRole('button', { name: 'Copy', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(listing.getByRole('button', { name: 'Copied' })).toBeFocused();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(
    /^weights = np\.zeros\(3\)\nlosses = \[\]\n\nfor .*gradient\(weights\)\)$/s,
  );
});

for (const [where, media] of [
  ['in forced colours', { forcedColors: 'active' }],
  ['on paper', { media: 'print' }],
] as const)
  test(`a line of code that is marked has a rule at its edge ${where}`, async ({
    page,
    example,
  }) => {
    await page.emulateMedia(media);
    await page.goto(example.address + path);
    const lines = page.locator('.prose pre .marked');
    await expect(lines).toHaveCount(3);
    for (const line of await lines.all()) {
      await expect(line).toHaveCSS('border-left-width', '3px');
      await expect(line).toHaveCSS('border-left-style', 'solid');
      const ink = await line.evaluate((element) => getComputedStyle(element).color);
      await expect(line).toHaveCSS('border-left-color', ink);
    }
  });

test('a reference to another entry leads to the part that it names', async ({ page, example }) => {
  await page.goto(example.address + path);
  await page.getByRole('link', { name: /^Equation 1 of Retracted: / }).click();
  await expect(page).toHaveURL(`${example.address}papers/retracted-paper/#eq-bound`);
  await expect(page.locator('#eq-bound')).toBeInViewport();
});

test('one work can be cited ten times, and each place is linked there and back', async ({
  page,
  example,
}) => {
  await page.goto(example.address + path);
  const citations = page.locator('a.cite[href="#ref-vonoswald2023"]');
  expect(await citations.count()).toBeGreaterThanOrEqual(10);
  const ids = await citations.evaluateAll((links) => links.map(({ id }) => id));
  const backlinks = page.locator('#ref-vonoswald2023 .backlinks a');
  expect(
    await backlinks.evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
  ).toEqual(ids.map((id) => `#${id}`));
  expect(new Set(ids).size).toBe(ids.length);
});

test('headings, captions, footnotes and asides cite like the rest', async ({ page, example }) => {
  await page.goto(example.address + path);
  for (const place of ['h2', 'figcaption', 'aside.note', 'aside.aside', '#tbl-cost figcaption']) {
    const citation = page.locator(`.prose ${place} a.cite`).first();
    await citation.focus();
    await expect(page.locator('.card'), place).toBeVisible();
    await page.keyboard.press('Escape');
  }
});

test('a formula is as large as the words around it', async ({ page, example }) => {
  await page.goto(example.address + path);
  const sizes = await page.locator('.katex').evaluateAll((formulas) =>
    formulas.map((formula) => {
      const size = (element: Element) => parseFloat(getComputedStyle(element).fontSize);
      return size(formula) / size(formula.parentElement ?? formula);
    }),
  );
  expect(sizes.length).toBeGreaterThan(3);
  for (const size of sizes) expect(size).toBeCloseTo(1.04, 2);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('there is no button that does nothing, and a citation leads to its work', async ({
    page,
    example,
  }) => {
    await page.goto(example.address + path);
    await expect(page.locator('button:visible')).toHaveCount(0);
    await page.locator('.prose a.cite').first().click();
    await expect(page).toHaveURL(/#ref-garg2022$/);
    await expect(page.locator('#ref-garg2022')).toBeInViewport();
  });
});

test('on paper, what is folded is open, and no line of code or formula is cut', async ({
  page,
  example,
}) => {
  await page.goto(example.address + path);
  const readWidest = () =>
    page
      .locator('.prose pre')
      .evaluateAll((boxes) => Math.max(...boxes.map((box) => box.scrollWidth - box.clientWidth)));
  expect(await readWidest()).toBeGreaterThan(0);
  await expect(page.getByText('It is opened without script')).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  expect(await readWidest()).toBe(0);
  await expect(page.getByText('It is opened without script')).toBeVisible();
  await expect(page.locator('.prose .katex-display').last()).toHaveCSS('overflow-x', 'visible');
});
