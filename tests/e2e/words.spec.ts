import { expect, test } from '../support/browser.ts';

const paths = ['', 'papers/published-paper/', 'references/', 'contents/', 'statement/', 'tags/'];

for (const path of paths)
  test(`a word wider than a phone is broken on /${path}`, async ({ page, example }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(example.address + path);
    const widest = await page.evaluate(() => {
      for (const text of document.querySelectorAll(
        'main :is(h1, h2, h3, h4, p, dd, li) > a, main p, main h1',
      ))
        if (text.children.length === 0) text.textContent = 'Donaudampfschifffahrt'.repeat(5);
      return document.documentElement.scrollWidth;
    });
    expect(widest).toBe(320);
  });

test('a title in Hebrew ends at its left, in a list and on its page', async ({ page, example }) => {
  for (const [path, selector] of [
    ['', '.entry-table a'],
    ['papers/published-paper/', 'h1'],
  ] as const) {
    await page.goto(example.address + path);
    const [first, last] = await page
      .locator(selector)
      .first()
      .evaluate((title) => {
        title.textContent = 'שפה…';
        const measure = (index: number) => {
          const range = document.createRange();
          range.setStart(title.firstChild ?? title, index);
          range.setEnd(title.firstChild ?? title, index + 1);
          return range.getBoundingClientRect().left;
        };
        return [measure(0), measure(3)];
      });
    expect(last, path).toBeLessThan(first);
  }
});

test('authors stand in their order, whatever their scripts', async ({ page, example }) => {
  await page.goto(`${example.address}papers/published-paper/`);
  const names = page.locator('.entry-head > p bdi');
  const [first, second] = await names.evaluateAll((list) =>
    list
      .map((name, index) => {
        name.textContent = index === 0 ? 'محمد' : 'שרה';
        return name;
      })
      .map((name) => name.getBoundingClientRect().left),
  );
  expect(first).toBeLessThan(second ?? 0);
});
