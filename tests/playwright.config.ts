import { defineConfig } from '@playwright/test';
import { findBrowser } from './support/chromium.ts';

const { executablePath, origin, env } = findBrowser();
if (process.env.TEST_WORKER_INDEX === undefined)
  console.log(`Browser: ${executablePath} (${origin})`);

export default defineConfig({
  testDir: '.',
  testMatch: '{a11y,e2e,layout}/**/*.spec.ts',
  outputDir: '../test-results',
  forbidOnly: true,
  fullyParallel: true,
  reporter: 'dot',
  timeout: 120_000,
  workers: '100%',
  use: {
    launchOptions: { executablePath, ...(env && { env: { ...process.env, ...env } }) },
  },
});
