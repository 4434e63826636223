import { test as base } from '@playwright/test';
import { exampleBuild, rootBuild } from './builds.ts';
import { serveSite, type Site } from './site.ts';

/** Playwright's `test`, with the built site at its `baseURL`, and the example at `example.address`. */
export const test = base.extend<object, { site: Site; example: Site }>({
  example: [
    async ({}, use) => {
      const site = await serveSite(exampleBuild.folder, exampleBuild.base);
      await use(site);
      site.close();
    },
    { scope: 'worker' },
  ],
  site: [
    async ({}, use) => {
      const site = await serveSite(rootBuild.folder);
      await use(site);
      site.close();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ site }, use) => {
    await use(site.address);
  },
});

export { expect } from '@playwright/test';

/** The path of every page. */
export const pages = rootBuild.pages.map((page) => `/${page}`);
