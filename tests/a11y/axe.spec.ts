import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, pages, test, hydrateFigures } from '../support/browser.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function analyse(page: Page): Promise<{ rule: string; elements: string[] }[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(tags).analyze();
  return violations.map(({ id, nodes }) => ({
    rule: id,
    elements: nodes.map(({ html, failureSummary = '' }) => `${html}: ${failureSummary}`),
  }));
}

const examples = [
  '',
  'research/what-prose-can-do/',
  'research/interactive-figures/',
  'papers/retracted-paper/',
];

for (const path of [...pages, ...examples.map((path) => `example/${path}`)])
  test(`axe finds nothing on ${path}, light and dark, narrow and wide`, async ({
    page,
    example,
  }) => {
    // One page of the example has every figure, and is analysed four times.
    test.setTimeout(360_000);
    await page.goto(path.replace(/^example\//, example.address));
    await hydrateFigures(page);
    for (const colorScheme of ['light', 'dark'] as const)
      for (const width of [390, 1440]) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        expect.soft(await analyse(page), `${colorScheme}, ${width} px`).toEqual([]);
      }
  });

/** Faults that axe must find, each on a page without others. */
const planted: [rule: string, body: string][] = [
  ['color-contrast', '<p style="color: #999; background: #fff">Faint</p>'],
  ['target-size', '<button style="all: unset">A</button><button style="all: unset">B</button>'],
  ['link-name', '<a href="/"></a>'],
  ['heading-order', '<h4>Four</h4>'],
];

for (const [rule, body] of planted)
  test(`axe finds ${rule} in ${body}`, async ({ page }) => {
    await page.setContent(
      `<!doctype html><html lang="en"><title>Page</title><main><h1>Page</h1>${body}</main></html>`,
    );
    expect((await analyse(page)).map((violation) => violation.rule)).toEqual([rule]);
  });
