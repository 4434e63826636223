import { LinkChecker, LinkState } from 'linkinator';
import { formatAmount, type Check } from './check.ts';
import { decode, type Page } from './page.ts';
import { serveSite } from './serve.ts';

/** Follows every internal link and fragment. Links to other hosts are only parsed. */
export const links: Check = {
  claim: 'Every link and every fragment has a target',
  run: async ({ folder, base, pages }) => {
    const served = await serveSite(folder, base);
    const host = new URL(served.address).origin;
    try {
      const { links: found } = await new LinkChecker().check({
        path: pages.map(({ path }) => host + base + encodeURI(path.slice(1))),
        recurse: true,
        checkCss: true,
        checkFragments: true,
        redirects: 'error',
        linksToSkip: (link) => Promise.resolve(new URL(link).origin !== host),
      });
      const titled = new Set(pages.flatMap(listTitleSchemes));
      const broken = found
        .filter(({ state }) => state === LinkState.BROKEN)
        .map(({ url, parent = '', status }) => ({
          place: parent.replace(host + base, '/'),
          message: `It links to ${url.replace(host, '')}, which returns ${status ?? 'nothing'}.`,
        }));
      const odd = found
        .filter(({ state, url }) => state === LinkState.SKIPPED && isOdd(url, titled))
        .map(({ url, parent = '' }) => ({
          place: parent.replace(host + base, '/'),
          message: `It links to ${url}; expected a whole web or mail address.`,
        }));
      return { extent: formatAmount(found.length, 'link'), problems: [...broken, ...odd] };
    } finally {
      served.close();
    }
  },
};

/** Linkinator takes words before a colon in a title for the scheme of an address. */
function listTitleSchemes({ root }: Page): string[] {
  return root
    .querySelectorAll('meta[property="og:title"], meta[property="og:image:alt"]')
    .flatMap((tag) => URL.parse(decode(tag.getAttributeValue('content') ?? ''))?.protocol ?? []);
}

function isOdd(url: string, titled: ReadonlySet<string>): boolean {
  return !/^(https?:\/\/[^/]+\.[^/]+|mailto:\S+@)/.test(url) && !titled.has(new URL(url).protocol);
}
