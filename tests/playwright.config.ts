import { defineConfig } from '@playwright/test';
import { buildLaunchOptions, findBrowser } from '../src/pdf/browser.ts';

const browser = findBrowser();
if (process.env.TEST_WORKER_INDEX === undefined)
  console.log(`Browser: ${browser.executablePath} (${browser.origin})`);

export default defineConfig({
  testDir: '.',
  testMatch: '{a11y,e2e,layout}/**/*.spec.ts',
  outputDir: '../test-results',
  forbidOnly: true,
  fullyParallel: true,
  reporter: 'dot',
  timeout: 120_000,
  // A figure whose numbers take long waits for its worker, on a busy machine for several seconds.
  expect: { timeout: 30_000 },
  workers: '100%',
  use: { launchOptions: buildLaunchOptions(browser) },
});
