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
  // The card is opaque.
  await expect(card).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
});

test('a citation that had the focus or the pointer before the script ran is answered', async ({
  page,
}) => {
  let reached = Promise.withResolvers<boolean>();
  await page.route('**/EntryScript*.js', async (route) => {
    await reached.promise;
    await route.continue();
  });
  const citation = page.locator('a.cite').first();
  const card = page.locator('.card');
  for (const reach of [() => citation.focus(), () => citation.hover()]) {
    reached = Promise.withResolvers();
    await page.goto(path, { waitUntil: 'commit' });
    await reach();
    await expect(card).toHaveCount(0);
    reached.resolve(true);
    await expect(card).toBeVisible();
  }
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

test('one button copies the TeX of every formula, which the arrow keys choose', async ({
  page,
}) => {
  await page.goto(path);
  const button = page.getByRole('button', { name: 'Copy TeX' });
  await expect(button).toHaveCount(1);
  await button.focus();
  await page.keyboard.press('ArrowDown');
  await expect(button).toBeFocused();
  const second = page.locator('.katex-display').nth(1);
  await expect(second.locator('xpath=..').getByRole('button')).toHaveCount(1);
});

test('where the note of a work stands in the margin, it is marked and no card is opened', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(path);
  const citation = page.locator('.prose a.cite').first();
  await citation.hover();
  const note = page.locator(`[data-work="${(await citation.getAttribute('href'))?.slice(1)}"]`);
  await expect(note).toHaveClass('pointed');
  await expect(page.locator('.card')).toBeHidden();
  await page.mouse.move(0, 0);
  await expect(note).not.toHaveClass('pointed');
});

test('notes in the margin part no paragraphs, and do not lie on each other', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('research/encoder-archaeology/');
  const { gaps, overlaps } = await page.evaluate(() => {
    const read = (selector: string) =>
      Array.from(document.querySelectorAll(selector), (one) => one.getBoundingClientRect());
    const apart = (boxes: DOMRect[]) =>
      boxes.slice(1).map(({ top }, index) => top - (boxes[index]?.bottom ?? 0));
    const blocks = read('.prose > :not(.passage), .passage > :not(.margin)');
    return { gaps: apart(blocks), overlaps: apart(read('.passage > .margin')) };
  });
  expect(gaps.length).toBeGreaterThan(20);
  expect(Math.max(...gaps)).toBeLessThan(70);
  expect(overlaps.length).toBeGreaterThan(5);
  expect(Math.min(...overlaps)).toBeGreaterThanOrEqual(0);
});

test('on a phone an entry begins with its question, and its contents and works are folded', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(path);
  const contents = page.locator('.toc a').first();
  await expect(contents).toBeHidden();
  await page.locator('.toc summary').click();
  await expect(contents).toBeVisible();
  const work = page.locator('.cited > li').first();
  await expect(work).toBeHidden();
  await page.goto(`${path}#${await work.getAttribute('id')}`);
  await expect(work).toBeInViewport();
});

test('the contents mark the section that is read', async ({ page }) => {
  await page.goto(path);
  const last = page.locator('.toc a').last();
  await last.click();
  await expect(last).toHaveAttribute('aria-current', 'true');
  await expect(page.locator('.toc [aria-current]')).toHaveCount(1);
});

for (const [width, height] of [
  [1440, 900],
  [1366, 650],
  [1200, 400],
] as const)
  test(`the contents can be reached from anywhere in a window of ${width} × ${height}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await page.goto(path);
    const links = page.locator('.toc a');
    const count = await links.count();
    for (const part of [0.3, 0.7]) {
      await page.evaluate((share) => scrollTo(0, share * document.body.scrollHeight), part);
      await expect(page.locator('.toc [aria-current]')).toBeInViewport();
      for (const place of [0, count - 1]) {
        await links.nth(place).focus();
        await expect(links.nth(place)).toBeInViewport();
      }
    }
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await expect(links.last()).toHaveAttribute('aria-current', 'true');
  });

test('in a small window a card leaves in sight what it explains', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await page.goto(path);
  const citation = page.locator('.prose a.cite').nth(3);
  await citation.focus();
  const card = page.locator('.card');
  await expect(card).toBeVisible();
  const [one, other] = [await citation.boundingBox(), await card.boundingBox()];
  if (one === null || other === null) throw new Error('Nothing is shown.');
  const isApart = other.y + other.height <= one.y + 1 || other.y >= one.y + one.height - 1;
  expect(isApart).toBe(true);
  expect(other.y).toBeGreaterThanOrEqual(0);
  expect(other.y + other.height).toBeLessThanOrEqual(256);
});

test('Tab goes past a card that has more than there is room for', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 160 });
  await page.goto(path);
  await page.locator('.prose a.cite').nth(3).focus();
  const card = page.locator('.card');
  await expect(card).toBeVisible();
  expect(
    await card.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight),
  ).toBeGreaterThan(1);
  await page.keyboard.press('Tab');
  await expect(card).not.toBeFocused();
  expect(
    await page.evaluate(() => document.activeElement?.matches('a, button, [tabindex="0"]')),
  ).toBe(true);
});

test('marks in the text are large enough to tap', async ({ page, example }) => {
  await page.setViewportSize({ width: 390, height: 900 });
  await page.goto(`${example.address}research/what-prose-can-do/`);
  for (const mark of ['.cites .cite', '.self-link', '[data-footnote-ref]', 'a.note-number']) {
    const sizes = await page.locator(`.prose ${mark}`).evaluateAll((links) =>
      links.map((link) => {
        const { width, height } = getComputedStyle(link, '::after');
        return Math.min(Number.parseFloat(width), Number.parseFloat(height));
      }),
    );
    expect(sizes.length, mark).toBeGreaterThan(0);
    expect(Math.min(...sizes), mark).toBeGreaterThanOrEqual(24);
  }
});
