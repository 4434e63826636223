import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { LinkChecker, LinkState } from 'linkinator';
import { exampleBuild, portfolioBuild, rootBuild, type Build } from '../support/builds.ts';
import { decode, documents, exampleDocuments } from '../support/document.ts';
import { serveSite } from '../support/site.ts';

/** Follows every link and fragment of a build; the links that leave the site are not asked for. */
async function checkLinks({ folder, base, pages }: Build) {
  const site = await serveSite(folder, base);
  const { host } = new URL(site.address);
  try {
    const { links } = await new LinkChecker().check({
      path: pages.map((page) => site.address + page),
      recurse: true,
      checkCss: true,
      checkFragments: true,
      redirects: 'error',
      linksToSkip: (link) => Promise.resolve(new URL(link).host !== host),
    });
    const list = (state: LinkState) =>
      links
        .filter((link) => link.state === state)
        .map(({ url }) => url.replace(new URL(site.address).origin, ''));
    return {
      broken: list(LinkState.BROKEN),
      leaving: list(LinkState.SKIPPED),
      followed: list(LinkState.OK),
    };
  } finally {
    site.close();
  }
}

/** To the checker whatever stands before a colon is the beginning of an address, as in a page’s title. */
const beginnings = [...documents, ...exampleDocuments].flatMap(({ root }) =>
  root
    .querySelectorAll('meta[property="og:title"]')
    .map((tag) => URL.parse(decode(tag.getAttributeValue('content') ?? ''))?.protocol),
);

for (const build of [rootBuild, portfolioBuild, exampleBuild])
  test(`every link of the site at ${build.base} leads somewhere`, async () => {
    const { broken, leaving, followed } = await checkLinks(build);
    assert.deepEqual(broken, []);
    assert.ok(followed.length > build.pages.length, 'followed no link');
    const addresses = leaving.filter((address) => !beginnings.includes(new URL(address).protocol));
    for (const address of addresses)
      assert.match(address, /^(https:\/\/[\w.-]+\.\w+\/|mailto:\S+@)/);
  });

test('a dead link, a dead fragment and a link beside the folder of the site are found', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'links-'));
  try {
    const page = (body: string) =>
      `<!doctype html><title>Page</title><h1 id="top">Page</h1>${body}`;
    const dead = ['/site/missing/', '/site/#nowhere', '/', '/site/missing.woff2'];
    const [link, fragment, outside, font] = dead;
    const styles = `<style>@font-face { font-family: F; src: url('${font}') }</style>`;
    const links = [link, fragment, outside, '/site/#top', 'https://example.org/'];
    await writeFile(
      join(folder, 'index.html'),
      page(styles + links.map((href) => `<a href="${href}">Link</a>`).join('')),
    );
    const { broken, leaving } = await checkLinks({ folder, base: '/site/', pages: [''] });
    assert.deepEqual(broken.toSorted(), dead.toSorted());
    assert.deepEqual(leaving, ['https://example.org/']);
  } finally {
    await rm(folder, { recursive: true });
  }
});
