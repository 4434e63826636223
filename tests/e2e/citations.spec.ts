import { expect, test } from '../support/browser.ts';

const path = 'research/mesa-optimization-probe/';

test('a citation shows its work at keyboard focus, and Escape closes it', async ({ page }) => {
  await page.goto(path);
  const citation = page.locator('a.cite').first();
  const card = page.locator('.card');
  await citation.focus();
  await expect(card).toBeVisible();
  const id = (await citation.getAttribute('href')) ?? '';
  const work = await page
    .locator(`[id="${id.slice(1)}"] p`)
    .first()
    .innerText();
  await expect(card).toContainText(work);
  // What is below does not show through.
  await expect(card).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
});

test('a citation shows its work under the pointer, and the card can be reached', async ({
  page,
}) => {
  await page.goto(path);
  const card = page.locator('.card');
  await page.locator('a.cite').first().hover();
  await expect(card).toBeVisible();
  await card.hover();
  await expect(card).toBeVisible();
  await page.mouse.move(0, 0);
  await expect(card).toBeHidden();
});

test('a citation leads to the list, and the list back to it', async ({ page }) => {
  await page.goto(path);
  const citation = page.locator('a.cite').first();
  const id = (await citation.getAttribute('id')) ?? '';
  await citation.press('Enter');
  await expect(page).toHaveURL(/#ref-/);
  await page.locator(`.cited a[href="#${id}"]`).click();
  await expect(page).toHaveURL(new RegExp(`#${id}$`));
});

test('a formula is copied as TeX', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(path);
  const button = page.getByRole('button', { name: 'Copy TeX' }).first();
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  const tex = await page.evaluate(() => navigator.clipboard.readText());
  const source = page.locator('.katex-display annotation').first();
  expect(tex).toBe((await source.textContent())?.trim());
});

test('the contents mark the section that is read', async ({ page }) => {
  await page.goto(path);
  const last = page.locator('.contents a').last();
  await last.click();
  await expect(last).toHaveAttribute('aria-current', 'true');
  await expect(page.locator('.contents [aria-current]')).toHaveCount(1);
});
