import { setTimeout as sleep } from 'node:timers/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/browser.ts';
import { portfolioBuild, rootBuild } from '../support/builds.ts';
import { serveSite } from '../../src/verify/serve.ts';

/** Results depend on the content, so most searches use the example. */
test.use({ baseURL: async ({ example }, use) => use(example.address) });

const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Search' });
const field = (page: Page): Locator => page.getByRole('combobox');
const options = (page: Page): Locator => page.getByRole('option');
const status = (page: Page): Locator => dialog(page).getByRole('status');
const button = (page: Page): Locator => page.getByRole('button', { name: 'Search' });

/** Opens the search and waits for results. */
async function search(page: Page, query: string): Promise<void> {
  await page.keyboard.press('/');
  await field(page).fill(query);
  await expect(status(page)).not.toBeEmpty();
}

/** Searches for the first item of `/contents/`, on a site with any content. */
async function searchFirst(page: Page, site: string): Promise<{ name: string; address: string }> {
  await page.goto(`${site}contents/`);
  const link = page.getByRole('main').getByRole('link').first();
  const name = (await link.textContent())?.trim() ?? '';
  const address = (await link.getAttribute('href')) ?? '';
  await search(page, name);
  return { name, address };
}

/** Returns the kind, title and address of each result. */
function readOptions(page: Page): Promise<string[][]> {
  return options(page).evaluateAll((all) =>
    all.map((option) => [
      option.querySelector('.search-kind')?.textContent ?? '',
      option.querySelector('.search-title')?.textContent ?? '',
      option.getAttribute('href') ?? '',
    ]),
  );
}

test('nothing is fetched for the search before it is opened, and nothing from elsewhere then', async ({
  page,
  site,
}) => {
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request.url().replace(site.address, '')));
  page.on('console', (message) => complaints.push(message.text()));
  await page.goto(site.address);
  await page.waitForLoadState('networkidle');
  const isOfSearch = (address: string) => address.includes('search');
  expect(requests.filter(isOfSearch)).toEqual([]);

  const before = requests.length;
  await search(page, 'a');
  const fetched = requests.slice(before);
  expect(fetched.filter((address) => !isOfSearch(address))).toEqual([]);
  expect(fetched.length).toBeGreaterThan(2);
  expect(complaints).toEqual([]);
});

/** Opens the search, whose script waits until the returned function is called. */
async function openWithoutScript(
  page: Page,
  open = () => page.keyboard.press('/'),
): Promise<() => void> {
  const asked = Promise.withResolvers<undefined>();
  const sent = Promise.withResolvers<undefined>();
  await page.route('**/_astro/search*.js', async (route) => {
    asked.resolve(undefined);
    await sent.promise;
    await route.continue();
  });
  // Before its first paint, a page gets no keys from Chromium.
  await expect(async () => {
    await open();
    await Promise.race([asked.promise, rejectAfter(5_000)]);
  }).toPass();
  return () => sent.resolve(undefined);
}

async function rejectAfter(delay: number): Promise<never> {
  await sleep(delay);
  throw new Error(`Nothing was fetched in ${delay} ms.`);
}

test('what is typed while the search is being fetched is not lost, and can be taken back', async ({
  page,
}) => {
  await page.goto('./');
  const send = await openWithoutScript(page);
  await page.keyboard.type('gradiant/');
  for (const key of ['Backspace', 'Backspace', 'Backspace', 'Backspace', 'Alt+x'])
    await page.keyboard.press(key);
  await page.keyboard.type('ent/');
  send();
  await expect(field(page)).toHaveValue('gradient/');
});

test('asked for twice, it opens once, whether it is there yet or not', async ({ page }) => {
  await page.goto('./');
  const send = await openWithoutScript(page, () => button(page).dblclick());
  send();
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await button(page).click();
  await expect(field(page)).toBeFocused();
  // The second click of a slow double click.
  await page.mouse.down({ clickCount: 2 });
  await page.mouse.up({ clickCount: 2 });
  await expect(field(page)).toBeFocused();
});

test('a search that is called off leads nowhere', async ({ page }) => {
  await page.goto('./');
  const send = await openWithoutScript(page);
  await page.keyboard.press('Escape');
  const fetched = page.waitForResponse('**/_astro/search*.js');
  send();
  await fetched;
  const path = (await button(page).getAttribute('data-search')) ?? '';
  await page.evaluate((script) => import(script), path);
  await expect(dialog(page)).toBeHidden();
  await page.unroute('**/_astro/search*.js');

  const asked = Promise.withResolvers<undefined>();
  const sent = Promise.withResolvers<undefined>();
  await page.route('**/search/*.json', async (route) => {
    asked.resolve(undefined);
    await sent.promise;
    await route.continue();
  });
  await page.keyboard.press('/');
  await field(page).fill('a');
  await page.keyboard.press('Enter');
  await asked.promise;
  await page.keyboard.press('Escape');
  await page.evaluate(() => {
    addEventListener('click', (event) => {
      event.preventDefault();
      document.body.dataset.followed = '';
    });
  });
  sent.resolve(undefined);
  await expect(page.locator('[role=option]')).not.toHaveCount(0);
  await expect(page.locator('[data-followed]')).toHaveCount(0);
});

test('`/` can be turned off, for all pages; the other ways to it stay', async ({ page }) => {
  await page.goto('./');
  await page.keyboard.press('/');
  const choice = dialog(page).getByRole('checkbox', { name: 'Open with /' });
  await expect(choice).toBeChecked();
  for (const key of ['Tab', 'Tab', 'Space']) await page.keyboard.press(key);
  await expect(choice).not.toBeChecked();
  await page.keyboard.press('Escape');
  for (const path of ['', './contents/']) {
    if (path !== '') await page.goto(path);
    await page.keyboard.press('/');
    await page.keyboard.press('Control+k');
    await expect(field(page)).toHaveValue('');
    await expect(choice).not.toBeChecked();
    await page.keyboard.press('Control+k');
    await expect(dialog(page)).toBeHidden();
  }
  await button(page).click();
  await choice.check();
  await page.reload();
  await page.keyboard.press('/');
  await expect(field(page)).toBeFocused();
});

test('`/`, Ctrl-K, ⌘-K and the button open it; Ctrl-K, Escape and “Close” close it; the focus returns', async ({
  page,
}) => {
  await page.goto('./');
  const closings = ['Control+k', 'Escape', 'Meta+k'];
  for (const [index, opening] of ['/', 'Control+k', 'Meta+k'].entries()) {
    await page.keyboard.press(opening);
    await expect(field(page)).toBeFocused();
    await page.keyboard.press('/');
    await expect(field(page)).toHaveValue('/');
    await page.keyboard.press(closings[index] ?? '');
    await expect(dialog(page)).toBeHidden();
  }
  await button(page).focus();
  await page.keyboard.press('Enter');
  await expect(field(page)).toBeFocused();
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(button(page)).toBeFocused();
});

test('every kind of thing is found, without case and accents, and leads to its place', async ({
  page,
}) => {
  await page.goto('./');
  const expected: [query: string, result: string[]][] = [
    ['prose', ['Thread', 'What Prose Can Do', 'research/what-prose-can-do/']],
    ['GRACE published', ['Paper', 'A Made-Up Paper That Was Published', 'papers/published-paper/']],
    ['λ', ['Section', 'Math', 'research/what-prose-can-do/#math']],
    ['joao', ['Reference', 'Transformers Learn', 'references/#ref-vonoswald2023']],
    ['писать', ['Tag', 'Писать', `tags/${encodeURIComponent('Писать'.toLowerCase())}/`]],
  ];
  for (const [query, [kind, title = '', address = '']] of expected) {
    await search(page, query);
    await expect
      .poll(() => readOptions(page))
      .toContainEqual([kind, expect.stringContaining(title), `/example/${address}`]);
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toBeHidden();
  }
});

test('the words that match are marked, in titles and in excerpts', async ({ page }) => {
  await page.goto('./');
  await search(page, 'joao');
  await expect(options(page).first().locator('.search-text mark')).toHaveText('João');
  await field(page).fill('писать');
  await expect(options(page).locator('.search-title mark').first()).toHaveText('Писать');
});

test('arrows choose among the results, and Enter follows', async ({ page }) => {
  await page.goto('./');
  await search(page, 'paper');
  const selected = page.locator('[role=option][aria-selected=true]');
  const chosen = async () => {
    const id = await field(page).getAttribute('aria-activedescendant');
    await expect(selected).toHaveAttribute('id', id ?? '');
    return (await options(page).evaluateAll((all) => all.map(({ id }) => id))).indexOf(id ?? '');
  };
  await expect(field(page)).toHaveAttribute('aria-expanded', 'true');
  const last = (await options(page).count()) - 1;
  const places = [];
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp', 'ArrowDown', 'ArrowDown']) {
    await page.keyboard.press(key);
    places.push(await chosen());
  }
  expect(places).toEqual([0, 1, 0, last, 0, 1]);
  await expect(field(page)).toBeFocused();
  const address = await selected.getAttribute('href');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**${address ?? ''}`);
});

test('Enter follows the best result, though it be pressed before there is one', async ({
  page,
}) => {
  await page.goto('./research/what-prose-can-do/');
  await page.keyboard.press('/');
  await field(page).pressSequentially('quotation');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/research/what-prose-can-do/#markdown');
  await expect(dialog(page)).toBeHidden();
});

test('it says that nothing was found, and leads to all that there is', async ({ page }) => {
  await page.goto('./');
  await search(page, 'qqqqqq <>');
  await expect(status(page)).toHaveText('Nothing found for “qqqqqq <>”.');
  await expect(field(page)).toHaveAttribute('aria-expanded', 'false');
  await dialog(page).getByRole('link', { name: 'All contents' }).click();
  await page.waitForURL('**/contents/');
});

test('it says that the index could not be loaded, and asks again', async ({ page }) => {
  await page.goto('./');
  await page.route('**/search/*.json', (route) => route.abort());
  await search(page, 'mamba');
  await expect(status(page)).toHaveText(/could not be loaded/);
  await page.unroute('**/search/*.json');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/research/paused-thread/#architectures');
});

test('where its script cannot be loaded, the page that lists everything comes instead', async ({
  page,
}) => {
  await page.goto('./');
  await page.route('**/_astro/search*.js', (route) => route.abort());
  await button(page).click();
  await page.waitForURL('**/contents/');
});

test('what looks like HTML in the content stays text', async ({ page }) => {
  const title = '<img src="/x.png" alt="Mamba">';
  await page.route('**/search/records*.json', async (route) => {
    const response = await route.fetch();
    const records = (await response.json()) as object[];
    await route.fulfill({ json: records.map((record) => ({ ...record, title, text: title })) });
  });
  await page.goto('./');
  await search(page, 'mamba');
  await expect(options(page).first()).toContainText(title);
  await expect(dialog(page).locator('img')).toHaveCount(0);
});

for (const { folder, base } of [rootBuild, portfolioBuild])
  test(`at ${base} of its host what the site lists first is found, and it leads there`, async ({
    page,
  }) => {
    const site = await serveSite(folder, base);
    const { name, address } = await searchFirst(page, site.address);
    await expect
      .poll(() => readOptions(page))
      .toContainEqual([expect.anything(), expect.stringContaining(name), address]);
    await options(page)
      .and(page.locator(`[href="${address}"]`))
      .click();
    await page.waitForURL(new URL(address, site.address).href);
    site.close();
  });

test('it fits a small window, with its field in sight and its results to scroll', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await page.goto('./');
  await search(page, 'paper');
  await expect(options(page)).not.toHaveCount(0);
  await page.keyboard.press('ArrowUp');
  const sizes = await page.evaluate(() =>
    ['dialog', 'dialog input', '[aria-selected=true]'].map((selector) => {
      const box = document.querySelector(selector)?.getBoundingClientRect();
      return box && { left: box.left, right: box.right, top: box.top };
    }),
  );
  for (const box of sizes) {
    expect(box?.left).toBeGreaterThanOrEqual(0);
    expect(box?.right).toBeLessThanOrEqual(320);
    expect(box?.top).toBeGreaterThanOrEqual(0);
    expect(box?.top).toBeLessThan(256);
  }
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing in it, with results and without, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto('./research/what-prose-can-do/');
    const analyse = async () => {
      const { violations } = await new AxeBuilder({ page })
        .setLegacyMode()
        .include('dialog')
        .analyze();
      return violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
    };
    await search(page, 'qqqqqq');
    expect(await analyse()).toEqual([]);
    await field(page).fill('paper');
    await expect(options(page)).not.toHaveCount(0);
    await page.keyboard.press('ArrowDown');
    expect(await analyse()).toEqual([]);
  });

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('there is a link to the page that lists everything in place of the button', async ({
    page,
  }) => {
    await page.goto('./');
    await expect(button(page)).toHaveCount(0);
    await page.getByRole('banner').getByRole('link', { name: 'Contents' }).click();
    await page.waitForURL('**/contents/');
    for (const name of ['What Prose Can Do', 'Markdown', 'Писать', /^“Transformers Learn/])
      await expect(page.getByRole('main').getByRole('link', { name }).first()).toBeVisible();
  });
});
