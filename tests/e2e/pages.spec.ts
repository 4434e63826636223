import type { Page } from '@playwright/test';
import { expect, pages, test } from '../support/browser.ts';

/** Records errors while pages load, and every request that is not for a static file of the site. */
async function watch(page: Page, origin: string): Promise<string[]> {
  const faults: string[] = [];
  page.on('console', (message) => faults.push(`says: ${message.text()}`));
  page.on('pageerror', ({ message }) => faults.push(`throws: ${message}`));
  page.on('requestfailed', (request) => faults.push(`fails to fetch: ${request.url()}`));
  page.on('response', (response) => {
    if (!response.ok()) faults.push(`gets ${response.status()} for: ${response.url()}`);
  });
  page.on('request', (request) => {
    const isFile = ['document', 'font', 'image', 'stylesheet', 'script', 'other'].includes(
      request.resourceType(),
    );
    if (!isFile || !request.url().startsWith(origin)) faults.push(`fetches: ${request.url()}`);
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`${event.violatedDirective} forbids ${event.blockedURI}`);
    });
  });
  return faults;
}

/** Returns the system fonts that a page uses, where its own fonts lack a character. */
async function listForeignFonts(page: Page): Promise<string[]> {
  await page.evaluate(() => document.fonts.ready);
  const browser = await page.context().newCDPSession(page);
  await browser.send('DOM.enable');
  await browser.send('CSS.enable');
  // A script that replaces an element between the questions would make its id unknown.
  await browser.send('Emulation.setScriptExecutionDisabled', { value: true });
  const { root } = await browser.send('DOM.getDocument');
  // The part of a formula for screen readers is invisible, and has a system font.
  const query = {
    nodeId: root.nodeId,
    selector: 'body, body *:not(.katex-mathml, .katex-mathml *)',
  };
  const { nodeIds } = await browser.send('DOM.querySelectorAll', query);
  const used = await Promise.all(
    nodeIds.map((nodeId) => browser.send('CSS.getPlatformFontsForNode', { nodeId })),
  );
  return used
    .flatMap(({ fonts }) => fonts)
    .filter(({ isCustomFont }) => !isCustomFont)
    .map(({ familyName }) => familyName);
}

for (const path of pages)
  test(`${path} keeps to its policy, its own files and its own faces`, async ({ page, site }) => {
    const faults = await watch(page, site.address);
    await page.goto(path, { waitUntil: 'networkidle' });
    expect.soft(await listForeignFonts(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

test('what breaks the policy, and what is set in another face, is found', async ({
  page,
  site,
}) => {
  const faults = await watch(page, site.address);
  await page.goto('/');
  await page.evaluate(() => {
    const words = document.createElement('p');
    words.setAttribute('style', 'color: red');
    words.textContent = 'Ж';
    const picture = document.createElement('img');
    picture.src = 'https://example.org/a.png';
    document.body.replaceChildren(words, picture);
  });
  expect(await listForeignFonts(page)).not.toEqual([]);
  expect(faults.join('\n')).toMatch(/style-src-attr forbids inline[^]*img-src forbids https:/);
});

test('no script makes markup of text, a worker of an address, or a way to do so', async ({
  page,
}) => {
  await page.goto('/');
  const made = await page.evaluate(() => {
    const types = Reflect.get(window, 'trustedTypes') as {
      createPolicy: (name: string, rules: object) => unknown;
    };
    const attempts = [
      () => (document.body.innerHTML = '<img>'),
      () => document.body.insertAdjacentHTML('beforeend', '<img>'),
      () => new DOMParser().parseFromString('<img>', 'text/html'),
      () => document.createRange().createContextualFragment('<img>'),
      () => new Worker('/worker.js'),
      () => types.createPolicy('other', {}),
    ];
    return attempts.map((attempt) => {
      try {
        attempt();
        return 'made';
      } catch (error) {
        return (error as Error).name;
      }
    });
  });
  expect(made).toEqual(Array.from({ length: 6 }, () => 'TypeError'));
});
