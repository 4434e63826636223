import { loadSiteAddress } from '../loaders/site-address.ts';
import { findBrowser, type Browser } from '../pdf/browser.ts';
import { printSite } from '../pdf/print.ts';
import { run as build, type BuildOptions } from './build.ts';
import { CommandError } from './command-error.ts';

/**
 * `npm run pdf`: builds the site with PDFs of its printable pages. Takes the options of `npm run
 * build`.
 */
export async function run(options: BuildOptions): Promise<number> {
  const browser = getBrowser();
  return await build({
    ...options,
    hasPdfs: true,
    complete: async ({ folder, root, address }, progress) => {
      const site = { folder, ...loadSiteAddress(root, address) };
      const files = await printSite(site, browser, (done, all) => {
        progress.tell('Printing PDFs', done, all);
      });
      console.log(`PDFs made: ${files.length}.`);
    },
  });
}

function getBrowser(): Browser {
  try {
    return findBrowser();
  } catch (error) {
    throw new CommandError((error as Error).message);
  }
}
