import { chromium } from 'playwright';
import { buildLaunchOptions, findInstalledBrowser } from '../../../src/pdf/browser.ts';
import { inspect, remember, type Visit, type Visitor } from './visit.ts';

/** Opens Chromium, or returns undefined if there is none. */
export async function openChromium(): Promise<Visitor | undefined> {
  const found = findInstalledBrowser();
  if (found === undefined) return undefined;
  const browser = await chromium.launch(buildLaunchOptions(found));
  const context = await browser.newContext();
  await context.addInitScript(`(${remember})()`);
  const page = await context.newPage();
  let events: string[] = [];
  let host = '';
  page.on('dialog', (dialog) => {
    events.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('request', (request) => {
    if (new URL(request.url()).host !== host)
      events.push(`a request to ${request.url().slice(0, 80)}`);
  });
  return {
    name: `Chromium ${browser.version()}`,
    visit: async (address) => {
      events = [];
      ({ host } = new URL(address));
      await page.goto(address, { waitUntil: 'load' });
      const seen = JSON.parse(await page.evaluate(`(${inspect})()`)) as Omit<Visit, 'events'>;
      return { ...seen, events };
    },
    close: () => browser.close(),
  };
}
