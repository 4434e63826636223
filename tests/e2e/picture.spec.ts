import { expect, test } from '../support/browser.ts';

test('the picture fetches its script when it is touched, and no earlier', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url());
  });
  await page.goto('/', { waitUntil: 'networkidle' });
  expect(scripts).toEqual([]);
  await page.locator('.handle').focus();
  await expect.poll(() => scripts.length).toBe(1);
});

test('its start is dragged by the pointer that fetched the script', async ({ page }) => {
  await page.goto('/');
  const path = page.locator('.descent path');
  const still = await path.getAttribute('d');
  const box = await page.locator('.handle').boundingBox();
  if (box === null) throw new Error('The start is not shown.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await expect(path).not.toHaveAttribute('d', still ?? '');
  await page.mouse.move(x + 60, y - 60);
  await page.mouse.up();
  const moved = await page.locator('.handle').boundingBox();
  expect(Math.hypot((moved?.x ?? 0) - box.x - 60, (moved?.y ?? 0) - box.y + 60)).toBeLessThan(3);
});

test('the keyboard moves its start, and a step above the limit diverges', async ({ page }) => {
  await page.goto('/');
  const start = page.getByRole('slider', { name: 'Start of the descent' });
  await start.focus();
  await expect(page.locator('.descent path')).toHaveAttribute('d', /(?:.*L){12}/);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowUp');
  await expect(start).toHaveAttribute('aria-valuetext', '-2.9, -1.9');

  const step = page.getByRole('slider', { name: 'Step' });
  await expect(page.locator('[data-words]')).toHaveText('0.82 of the limit');
  await step.focus();
  await page.keyboard.press('End');
  await expect(page.locator('[data-words]')).toHaveText('1.2 of the limit: it diverges');
  await expect(step).toHaveAttribute('aria-valuetext', '1.2 of the limit: it diverges');
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('it is a still drawing without controls', async ({ page }) => {
    await page.goto('/');
    await expect(page.locator('.contours')).toBeVisible();
    await expect(page.getByRole('slider')).toHaveCount(0);
  });
});
