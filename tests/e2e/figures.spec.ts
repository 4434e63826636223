import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expect, hydrateFigures, test, unfoldFigures } from '../support/browser.ts';
import { compress } from '../support/bytes.ts';
import { exampleDocuments } from '../support/document.ts';

/** The page of the example that has every interactive figure. */
const path = 'research/interactive-figures/';

const ids = Array.from(
  exampleDocuments
    .find((page) => page.path === `/${path}`)
    ?.root.querySelectorAll('.interactive') ?? [],
  (figure) => figure.getAttributeValue('id') ?? '',
);

/** Returns the figure with this id once it is hydrated. */
async function openFigure(page: Page, address: string, id: string): Promise<Locator> {
  await page.goto(address);
  await unfoldFigures(page);
  const figure = page.locator(`#${id}`);
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.locator('.interactive-downloads')).toBeVisible();
  return figure;
}

/** Returns the visible state of a figure. */
const readPictures = (figure: Locator) =>
  figure
    .locator('.panel > svg:visible')
    .evaluateAll((all) => all.map(({ innerHTML }) => innerHTML).join());

async function readBox(place: Locator) {
  const box = await place.boundingBox();
  if (box === null) throw new Error('The element is not shown.');
  return box;
}

/** Opens the controls that are folded, or folds them again. */
async function toggleMore(figure: Locator): Promise<void> {
  for (const more of await figure.getByText('More', { exact: true }).all()) await more.click();
}

test('there are figures to try', () => {
  expect(ids.length).toBeGreaterThan(1);
});

for (const id of ids) {
  test(`${id}: each control answers to the keyboard, and the address keeps what it says`, async ({
    page,
    example,
  }) => {
    // Each control makes a worker compute anew.
    test.slow();
    const problems: string[] = [];
    page.on('pageerror', ({ message }) => problems.push(message));
    page.on('console', (line) => {
      if (line.type() === 'error') problems.push(line.text());
    });
    const figure = await openFigure(page, example.address + path, id);
    const first = await readPictures(figure);
    await toggleMore(figure);
    const controls = figure.locator('.control:visible').locator('input, select');
    const names = await controls.evaluateAll((all) =>
      all.map((control) => (control as HTMLInputElement).name),
    );
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) {
      const control = figure.locator(`[name="${name}"]`);
      // Another choice has made it irrelevant.
      if (!(await control.isVisible())) continue;
      await control.focus();
      await expect(control).toBeFocused();
      const before = await control.inputValue();
      await page.keyboard.press('ArrowDown');
      if ((await control.inputValue()) === before) await page.keyboard.press('ArrowUp');
      const value = await control.inputValue();
      expect(value).not.toBe(before);
      await control.blur();
      await expect(page).toHaveURL(new RegExp(`[?&]${id}\\.${name}=${value}(&|#)`));
    }
    await expect(page).toHaveURL(new RegExp(`#${id}$`));
    await expect.poll(() => readPictures(figure)).not.toBe(first);
    await figure.getByText('Link and cite').click();
    await expect(figure.getByRole('button', { name: 'Copy citation' })).toHaveCSS('opacity', '1');
    await expect(figure.locator('.permalink')).toContainText(`${id}.${names[0]}=`);

    const changed = await settle(figure);
    const address = page.url();
    await page.goto('about:blank');
    const again = await openFigure(page, address, id);
    expect(await settle(again)).toEqual(changed);

    await again.getByRole('button', { name: 'Reset' }).press('Enter');
    await expect.poll(() => readPictures(again)).toBe(first);
    await expect(page).toHaveURL(new RegExp(`/${path}#${id}$`));
    expect(problems).toEqual([]);
  });

  test(`${id} is offered as SVG, PNG and CSV`, async ({ page, example }) => {
    const figure = await openFigure(page, example.address + path, id);
    // The static file shows the initial state. With scripts, the current state is exported
    // instead.
    await expect(figure.locator('.interactive-file')).toBeHidden();
    const download = async (name: string) => {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        figure.getByRole('button', { name }).press('Enter'),
      ]);
      expect(file.suggestedFilename()).toBe(`${id}.${name.toLowerCase()}`);
      return readFile(await file.path());
    };
    const svg = (await download('SVG')).toString('utf8');
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg).not.toMatch(/class=|var\(|NaN|undefined/);
    // A long address continues on the next line.
    expect(svg.replace(/<\/text><text[^>]*>/g, '')).toContain(`#${id}</text>`);
    const png = await download('PNG');
    expect([...png.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
    expect(png.readUInt32BE(16)).toBeGreaterThan(1000);
    const csv = (await download('CSV')).toString('utf8');
    const rows = await figure.locator('.interactive-table tr').count();
    expect(csv.trimEnd().split('\r\n')).toHaveLength(rows);
  });
}

/** Waits until no worker computes and the summary follows the last drawing. Returns the state of the figure. */
async function settle(figure: Locator): Promise<string[]> {
  const summary = figure.locator('.interactive-summary');
  let before = '';
  await expect
    .poll(
      async () => {
        const now = `${await readPictures(figure)}${await summary.textContent()}`;
        const isStill = now === before && (await summary.getAttribute('aria-busy')) === null;
        before = now;
        return isStill;
      },
      { intervals: [1000], timeout: 90_000 },
    )
    .toBe(true);
  return [before];
}

for (const colorScheme of ['light', 'dark'] as const)
  test(`the file of a figure has the paper and the ink of the ${colorScheme} theme`, async ({
    page,
    example,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(example.address + path);
    // A redrawn element has no style for a moment.
    await hydrateFigures(page);
    const read = (from: string, name: string) =>
      page
        .locator(from)
        .first()
        .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), name);
    const selectors = [
      ['.fill-accent', 'fill'],
      ['.stroke-ink', 'stroke'],
      ['.axis-name', 'fill'],
    ] as const;
    const drawn = [await read('html', 'background-color')];
    for (const [selector, name] of selectors)
      drawn.push(await read(`#fig-mixing ${selector}`, name));
    await page.goto(`${example.address}${path}fig-mixing.svg`);
    const filed = [await read('svg > .fill-paper', 'fill')];
    for (const [selector, name] of selectors) filed.push(await read(selector, name));
    expect(filed).toEqual(drawn);
    // Its words fit with any typeface.
    const ends = await page
      .locator('svg:root > text')
      .evaluateAll((all) =>
        (all as SVGTextElement[]).map((text) => text.getBBox().x + text.getBBox().width),
      );
    expect(Math.max(...ends)).toBeLessThan(2 * 440 + 3 * 24 - 12);
  });

test('a formula of a caption is said once in the picture that is downloaded', async ({
  page,
  example,
}) => {
  const figure = await openFigure(page, example.address + path, 'fig-mixing');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    figure.getByRole('button', { name: 'SVG' }).press('Enter'),
  ]);
  const svg = await readFile(await file.path(), 'utf8');
  expect(svg.replace(/<\/text>/g, ' ').replace(/<[^>]*>/g, '')).toContain(
    'A caption of one’s own, which can hold γn and cite [1].',
  );
});

test('nothing of a figure is fetched before it comes near the window', async ({
  page,
  example,
}) => {
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url());
  });
  await page.setViewportSize({ width: 800, height: 300 });
  await page.goto(example.address + path, { waitUntil: 'networkidle' });
  const before = scripts.length;
  await page.locator(`#${ids[2]}`).scrollIntoViewIfNeeded();
  await expect.poll(() => scripts.length).toBeGreaterThan(before);

  // Nor before it is opened, if it is folded.
  const title = page.locator('.folded-figure > summary').last();
  await title.scrollIntoViewIfNeeded();
  await page.waitForLoadState('networkidle');
  const folded = scripts.length;
  await title.press('Enter');
  await expect(page.locator(`#${ids.at(-1)} .interactive-downloads`)).toBeVisible();
  expect(scripts.length).toBeGreaterThan(folded);
});

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled });

    test('a folded figure opens for each link to it, and is open on paper', async ({
      page,
      example,
    }) => {
      const [figure, fold] = [page.locator('#fig-sharp'), page.locator('.folded-figure')];
      const title = page.getByRole('heading', { name: 'Sharp or smooth?' });
      const expectOpen = async () => {
        await expect(figure.locator('.panels')).toBeVisible();
        await expect(title).toBeInViewport();
      };
      await page.goto(example.address + path);
      await expect(fold.locator('.panels:visible')).toHaveCount(0);
      await page.locator('a.xref[href="#fig-sharp"]').click();
      await expectOpen();
      await page.goto('about:blank');
      await page.goto(`${example.address}${path}?fig-sharp.items=10#fig-sharp`);
      await expectOpen();
      await page.goto('about:blank');
      await page.goto(example.address + path);
      await page.getByRole('link', { name: 'ten answers' }).click();
      await expectOpen();
      await page.emulateMedia({ media: 'print' });
      await expect(fold.locator('.panels:visible')).toHaveCount(ids.length - 3);
    });
  });

test('arrow keys and the pointer read a cell of the matrix, and a click chooses it', async ({
  page,
  example,
}) => {
  const figure = await openFigure(page, example.address + path, 'fig-mixing');
  await figure.getByRole('button', { name: 'Reset' }).focus();
  const summary = figure.locator('.interactive-summary');
  await expect(summary).toContainText('Output 9 reads input 4');
  const plate = figure.locator('.scanned').first();
  await expect(plate).toHaveAccessibleName(/arrow keys choose “Input.*” and “Output/);
  await expect(plate).toHaveAttribute('data-keys', '← → ↑ ↓');
  await plate.focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowDown');
  await expect(summary).toContainText('Output 10 reads input 3');
  const address = /\?fig-mixing\.output=10&fig-mixing\.input=3#fig-mixing$/;
  await expect(page).toHaveURL(address);
  // Other keys are left to the browser.
  await page.keyboard.press('Shift+ArrowUp');
  await expect(page).toHaveURL(address);
  // The first cell is near (42, 48) of 440 units.
  const { x, y, width } = await readBox(plate.locator('svg:visible').first());
  const cell = [x + (42 / 440) * width, y + (48 / 440) * width] as const;
  await page.mouse.move(...cell);
  await expect(summary).toContainText('Output 1 reads input 1');
  await page.mouse.move(x + width / 2, y - 30);
  await expect(summary).toContainText('Output 10 reads input 3');
  await expect(page).toHaveURL(address);
  // The pointer does not change the keyboard selection.
  await page.mouse.move(...cell);
  await expect(summary).toContainText('Output 1 reads input 1');
  await toggleMore(figure);
  await figure.locator('[name="seed"]').selectOption('3');
  await toggleMore(figure);
  await page.mouse.move(x + width / 2, y - 30);
  await expect(summary).toContainText('Output 10 reads input 3');
  await expect(page).toHaveURL(/\?fig-mixing\.seed=3&fig-mixing\.output=10&fig-mixing\.input=3#/);
  // Nor does a press that began elsewhere.
  await page.mouse.down();
  await page.mouse.move(...cell);
  await page.mouse.up();
  await page.mouse.move(x + width / 2, y - 30);
  await expect(summary).toContainText('Output 10 reads input 3');
  await page.mouse.click(...cell);
  await expect(summary).toContainText('Output 1 reads input 1');
  await expect(page).toHaveURL(/\.output=1&.*\.input=1#/);
});

test('a start point is dragged over the contours, or moved by the arrow keys', async ({
  page,
  example,
}) => {
  const figure = await openFigure(page, example.address + path, 'fig-step');
  const handle = figure.locator('.handle').first();
  await figure.getByRole('button', { name: 'Reset' }).focus();
  await handle.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await readBox(handle);
  expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
  await expect(handle).toHaveCSS('touch-action', 'none');
  const pictures = await readPictures(figure);
  await page.mouse.move(x + width / 2, y + height / 2);
  expect(await readPictures(figure)).toBe(pictures);
  await page.mouse.down();
  await page.mouse.move(x + width / 2 + 60, y + height / 2 - 40, { steps: 5 });
  await page.mouse.up();
  await expect(page).toHaveURL(/fig-step\.startAcross=[\d.]+&fig-step\.startUp=[\d.]+/);
  const moved = await readBox(handle);
  expect(Math.abs(moved.x - x - 60)).toBeLessThan(12);
  const across = figure.locator('[name="startAcross"]');
  const before = Number(await across.inputValue());
  await figure.locator('.scanned').first().focus();
  await page.keyboard.press('ArrowRight');
  expect(Number(await across.inputValue())).toBeCloseTo(before + 0.05);
});

test('the point on the frontier is dragged from one measurement to another', async ({
  page,
  example,
}) => {
  const figure = await openFigure(page, example.address + path, 'fig-latency');
  await figure.getByRole('button', { name: 'Reset' }).focus();
  const handle = figure.locator('.handle');
  await handle.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await readBox(handle);
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + 400, y, { steps: 5 });
  await page.mouse.up();
  const point = figure.locator('[name="point"]');
  await expect(point).not.toHaveValue('1');
  await expect(point).toHaveValue((await point.getAttribute('max')) ?? '');
  await expect(figure.locator('.interactive-summary')).toContainText(/Point \d+ is .+ more than/);
});

test('a result is dragged to another rank, moved by arrow keys or by a press, and keeps its choice', async ({
  page,
  example,
}) => {
  const figure = await openFigure(page, example.address + path, 'fig-ndcg');
  await figure.getByRole('button', { name: 'Reset' }).focus();
  const [results, moves] = [figure.locator('.scanned').first(), figure.locator('.scanned').last()];
  const summary = figure.locator('.interactive-summary');
  await expect(summary).toContainText(/Result B, of grade \d, is at rank 1;/);
  const handle = results.locator('.handle');
  await handle.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await readBox(handle);
  const picture = await readBox(results.locator('svg:visible'));
  const row = (26 * picture.width) / 440;
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2, y + height / 2 + 3 * row, { steps: 5 });
  await page.mouse.up();
  await expect(summary).toContainText(/Result B, of grade \d, is at rank 4;/);
  await expect(page).toHaveURL(/fig-ndcg\.order=\d+/);
  await expect(figure.locator('[name="order"] option:checked')).toHaveText('As moved');
  // Up and down move the result; left and right choose another.
  await results.focus();
  await page.keyboard.press('ArrowUp');
  await expect(summary).toContainText(/Result B, of grade \d, is at rank 3;/);
  await page.keyboard.press('ArrowRight');
  await expect(summary).toContainText(/Result D, of grade \d, is at rank 4;/);
  // A press chooses in the first picture, and moves in the second.
  await page.mouse.click(picture.x + 60, y + height / 2 + 9 * row);
  await expect(summary).toContainText(/Result J, of grade \d, is at rank 10;/);
  const other = await readBox(moves.locator('svg:visible'));
  await page.mouse.click(other.x + 60, other.y + ((36 + 13) * other.width) / 440);
  await expect(summary).toContainText(/Result J, of grade \d, is at rank 1;/);
});

test('a panel is a stop once its figure is touched, and none where nothing can be chosen', async ({
  page,
  example,
}) => {
  const figure = await openFigure(page, example.address + path, 'fig-step');
  await expect(figure.locator('.scanned')).toHaveCount(0);
  await figure.getByRole('button', { name: 'Reset' }).focus();
  const stops = figure.locator('.scanned[tabindex="0"]');
  await expect(stops).toHaveCount(2);
  await toggleMore(figure);
  await figure.locator('[name="dimension"]').press('Home');
  await expect(stops).toHaveCount(1);
  await expect(figure.locator('[tabindex="0"].panel, .handle')).toHaveCount(2);
  await figure.locator('[name="dimension"]').press('ArrowRight');
  await expect(stops).toHaveCount(2);
});

test('a link of the text sets the state of a figure, says so and goes into the history', async ({
  page,
  example,
}) => {
  await page.goto(example.address + path);
  await page.evaluate(() => document.documentElement.classList.add('kept'));
  const figure = page.locator('#fig-sharp');
  const follow = (name: string) => page.getByRole('link', { name }).press('Enter');
  await follow('ten answers');
  await expect(page).toHaveURL(/\?fig-sharp\.items=10&fig-sharp\.axis=linear#fig-sharp$/);
  await expect(figure.locator('.interactive-summary')).toContainText('a test of 10 answers');
  await expect(figure.locator('.panels')).toBeInViewport();
  await expect(page.locator('.state-link[aria-current="true"]')).toHaveText('ten answers');
  await expect(page.getByRole('link', { name: 'ten answers' })).toBeFocused();
  // Other figures keep their states, and a change that is due is not lost.
  const width = page.locator('#fig-cost [name="width"]');
  await page.locator('#fig-cost').scrollIntoViewIfNeeded();
  await expect(width).toBeEnabled();
  await toggleMore(page.locator('#fig-cost'));
  await width.selectOption('256');
  await follow('ten thousand');
  await expect(page).toHaveURL(/\?fig-cost\.width=256&fig-sharp\.items=10000&.*#fig-sharp$/);
  await expect(width).toHaveValue('256');
  await page.goBack();
  await expect(figure.locator('[name="items"]')).toHaveValue('10');
  await page.goBack();
  await expect(figure.locator('[name="items"]')).toHaveValue('100');
  await expect(page.locator('.state-link[aria-current="true"]')).toHaveText('ten tokens');
  await expect(page.locator('html')).toHaveClass('kept');
});

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with script' : 'without it', () => {
    test.use({ javaScriptEnabled, viewport: { width: 1440, height: 800 } });

    test('a figure stays beside the text that sets its state', async ({ page, example }) => {
      await page.goto(example.address + path);
      const beside = page.locator('.beside-figure');
      await expect(beside).toHaveCSS('position', 'static');
      await beside.locator('.folded-figure > summary').click();
      await expect(beside).toHaveCSS('position', 'sticky');
      const link = page.getByRole('link', { name: 'ten thousand' });
      await link.scrollIntoViewIfNeeded();
      const [text, figure] = [await link.boundingBox(), await beside.boundingBox()];
      expect(figure?.x).toBeGreaterThan((text?.x ?? 0) + (text?.width ?? 0));
      expect(figure?.y).toBeLessThan(text?.y ?? 0);
      expect(figure?.height).toBeLessThanOrEqual(800);
      // In a low window and on a phone it stands in the text.
      await page.setViewportSize({ width: 1440, height: 500 });
      await expect(beside).toHaveCSS('position', 'static');
      await page.setViewportSize({ width: 390, height: 800 });
      await expect(page.locator('.beside')).toHaveCSS('display', 'block');
    });
  });

test('a limit that shrank is no limit after a reset', async ({ page, example }) => {
  const figure = await openFigure(page, example.address + path, 'fig-mixing');
  const output = figure.locator('[name="output"]');
  await toggleMore(figure);
  await figure.locator('[name="length"]').press('Home');
  await expect(output).toHaveAttribute('max', '4');
  await expect(output).toHaveValue('4');
  await figure.getByRole('button', { name: 'Reset' }).press('Enter');
  await expect(output).toHaveValue('9');
  await expect(page).toHaveURL(/interactive-figures\/#fig-mixing$/);
});

test('going back on a page leads to what a figure showed there', async ({ page, example }) => {
  const figure = await openFigure(page, example.address + path, 'fig-cost');
  const width = figure.locator('[name="width"]');
  await toggleMore(figure);
  await width.selectOption('256');
  await expect(page).toHaveURL(/width=256#fig-cost$/);
  await page.evaluate(() => (location.hash = '#fig-sharp'));
  await width.selectOption('512');
  await expect(page).toHaveURL(/width=512/);
  await page.goBack();
  await expect(width).toHaveValue('256');
  await expect(figure.locator('.permalink')).toHaveAttribute('href', /width=256#fig-cost$/);
});

test('controls say what is drawn, whatever an address or a reader says', async ({
  page,
  example,
}) => {
  const wrong =
    'fig-sharp.metric=bogus&fig-sharp.seed=5000&fig-sharp.tokens=abc&fig-sharp.x=%3Cb%3E';
  const figure = await openFigure(page, `${example.address}${path}?${wrong}#sec`, 'fig-sharp');
  await expect(figure.locator('[name="metric"]')).toHaveValue('exact-match');
  await expect(figure.locator('[name="tokens"]')).toHaveValue('10');
  const seed = figure.locator('[name="seed"]');
  await expect(seed).toHaveValue('999');
  // Hydration does not change the address.
  await expect(page).toHaveURL(/#sec$/);
  // The number of the address stays among those to choose from.
  await toggleMore(figure);
  await seed.selectOption('1');
  await seed.selectOption('999');
  await expect(page).toHaveURL(/fig-sharp\.seed=999/);
});

test('where a worker or a script cannot be had, a figure says so or stays a picture', async ({
  page,
  example,
}) => {
  await page.route(/worker/, (route) => route.abort());
  const figure = await openFigure(page, example.address + path, 'fig-lookup');
  const before = await readPictures(figure);
  await figure.locator('[name="stored"]').press('ArrowRight');
  await expect(figure.locator('.interactive-summary')).toContainText('could not be computed');
  await expect(figure.locator('.interactive-controls')).toHaveCount(0);
  expect(await readPictures(figure)).toBe(before);
  await expect(figure.locator('.interactive-downloads')).toBeHidden();
  await expect(figure.locator('.interactive-file')).toBeVisible();

  await page.route(/hydrate/, (route) => route.abort());
  await page.goto('about:blank');
  await page.goto(example.address + path);
  const still = page.locator('#fig-mixing');
  await still.scrollIntoViewIfNeeded();
  await expect(still.locator('.interactive-controls')).toHaveCount(0);
  await expect(still.locator('.interactive-file')).toBeVisible();
});

test('while a worker computes, the words of the state before are said to be old', async ({
  page,
  example,
}) => {
  const asked: PromiseWithResolvers<void> = Promise.withResolvers();
  await page.route(/worker/, async (route) => {
    await asked.promise;
    await route.continue();
  });
  const figure = await openFigure(page, example.address + path, 'fig-lookup');
  const summary = figure.locator('.interactive-summary');
  await expect(summary).toContainText('a table of 64 tasks');
  await figure.locator('[name="stored"]').press('ArrowRight');
  await expect(summary).toHaveAttribute('aria-busy', 'true');
  const readMark = () =>
    summary.evaluate((element) => {
      const { visibility, content } = getComputedStyle(element, '::before');
      return [visibility, content];
    });
  await expect.poll(readMark).toEqual(['visible', '"Computing …"']);
  asked.resolve();
  await expect(summary).toContainText('a table of 128 tasks');
  await expect(summary).not.toHaveAttribute('aria-busy');
});

test('a figure is drawn anew for its width when the window changes', async ({ page, example }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const figure = await openFigure(page, example.address + path, 'fig-cost');
  await figure.locator('[name="length"]').press('Home');
  await expect(figure.locator('.panel').first()).toContainText('at n = 4');
  await page.setViewportSize({ width: 390, height: 844 });
  const narrow = figure.locator('.panel > .narrow').first();
  await expect(narrow).toBeVisible();
  await expect(narrow).toContainText('at n = 4');
  await expect(figure.locator('.panel > .wide').first()).toBeHidden();
});

for (const width of [320, 1440])
  test(`at ${width} px opened data and citations scroll by themselves`, async ({
    page,
    example,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(example.address + path);
    await hydrateFigures(page);
    for (const summary of await page.locator('.interactive summary').all()) await summary.click();
    const widest = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(widest).toBeLessThanOrEqual(width);
  });

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('a link to a state of a figure leads to the figure', async ({ page, example }) => {
    await page.goto(example.address + path);
    await page.getByRole('link', { name: 'ten answers' }).click();
    await expect(page).toHaveURL(/\?fig-sharp\.items=10&fig-sharp\.axis=linear#fig-sharp$/);
    await expect(page.locator('#fig-sharp')).toBeInViewport();
  });

  test('a figure is a picture with its caption, its words and its data', async ({
    page,
    example,
  }) => {
    await page.goto(example.address + path);
    await unfoldFigures(page);
    for (const id of ids) {
      const figure = page.locator(`#${id}`);
      await expect(figure.locator('.interactive-controls')).toBeHidden();
      await expect(figure.locator('.interactive-downloads')).toBeHidden();
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        figure.getByRole('link', { name: 'SVG', exact: true }).press('Enter'),
      ]);
      expect(file.suggestedFilename()).toBe(`${id}.svg`);
      expect(await readFile(await file.path(), 'utf8')).toContain(`xml:lang="en"`);
      await expect(figure.locator('.panel > svg:visible').first()).toBeVisible();
      await expect(figure.locator('.interactive-summary')).not.toBeEmpty();
      await expect(figure.locator('figcaption')).toContainText(/^Figure \d+\. /);
      await figure.getByText('Data', { exact: true }).click();
      await expect(figure.locator('.interactive-table tbody tr').first()).toBeVisible();
    }
  });
});

test('print shows a figure with its data, and nothing to press', async ({ page, example }) => {
  await page.goto(example.address + path);
  await hydrateFigures(page);
  await page.emulateMedia({ media: 'print' });
  // The visible address is already correct, and table heads stay above it.
  for (const link of await page.locator('.permalink').all())
    expect(await link.evaluate((a) => getComputedStyle(a, '::after').content)).toBe('none');
  await expect(page.locator('.interactive-table thead th').first()).toHaveCSS('position', 'static');
  for (const id of ids) {
    const figure = page.locator(`#${id}`);
    await expect(figure.locator('.panel > svg:visible').first()).toBeVisible();
    // A sheet has no room for twelve columns, nor for many rows beside the text.
    const isLarge =
      (await figure
        .locator('.interactive-table :is(tr > :nth-child(12), tbody tr:nth-child(13))')
        .count()) > 0;
    const row = figure.locator('.interactive-table tbody tr').first();
    await expect(row).toBeVisible({ visible: !isLarge });
    const place = await figure
      .locator('.interactive-data')
      .evaluate((data) => getComputedStyle(data, '::before').content);
    expect(place.includes('“Data”')).toBe(isLarge);
    await expect(figure.locator('.interactive-controls')).toBeHidden();
    await expect(figure.getByRole('button')).toHaveCount(0);
    await expect(figure.getByRole('link', { name: 'SVG' })).toHaveCount(0);
  }
});

test('script comes as figures come near, and the rest with the first touch of each', async ({
  page,
  request,
  example,
}) => {
  let asked: string[] = [];
  page.on('request', (one) => {
    if (one.url().endsWith('.js')) asked.push(one.url());
  });
  /** The bytes of the scripts that were asked for since the last time. */
  const weigh = async () => {
    await page.waitForLoadState('networkidle');
    const texts = asked.map(async (address) => (await request.get(address)).text());
    asked = [];
    return (await Promise.all(texts)).reduce((sum, text) => sum + compress(text), 0);
  };
  // The page has every figure.
  await page.goto(example.address + path);
  await unfoldFigures(page);
  const figures = await page.locator('.interactive').all();
  for (const figure of figures) {
    await figure.scrollIntoViewIfNeeded();
    await expect(figure.locator('.interactive-downloads')).toBeVisible();
  }
  expect(await weigh()).toBeLessThanOrEqual(16 * 1024);
  for (const figure of figures) {
    await figure.locator('[data-reset]').click({ force: true });
    await expect(figure.locator('.interactive-summary')).not.toHaveAttribute('aria-busy');
    // The weights of a trained toy are the largest.
    expect
      .soft(await weigh(), (await figure.getAttribute('id')) ?? '')
      .toBeLessThanOrEqual(24 * 1024);
  }
});

test('the Research page asks for no script', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url());
  });
  await page.goto('/', { waitUntil: 'networkidle' });
  expect(scripts).toEqual([]);
});
