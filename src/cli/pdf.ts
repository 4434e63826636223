import { findSource } from '../loaders/files.ts';
import { loadSiteAddress } from '../loaders/site-address.ts';
import { findBrowser, type Browser } from '../pdf/browser.ts';
import { printSite } from '../pdf/print.ts';
import { run as build } from './build.ts';
import { projectFolder } from './check.ts';

/** `npm run pdf`, with what `npm run build` takes: builds the site with the pages that are for paper as PDF. */
export async function run(args: string[]): Promise<number> {
  let browser: Browser;
  try {
    browser = findBrowser();
  } catch (error) {
    console.error((error as Error).message);
    return 1;
  }
  process.env.SITE_PDF = '1';
  return await build(args, async (folder) => {
    const site = { folder, ...loadSiteAddress(findSource(projectFolder)) };
    const files = await printSite(site, browser);
    console.log(`PDFs made: ${files.length}.`);
  });
}
