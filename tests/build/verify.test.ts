import assert from 'node:assert/strict';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { projectFolder } from '../../src/cli/project.ts';
import { testBuilds } from '../../src/cli/test.ts';
import { loadSiteAddress } from '../../src/loaders/site-address.ts';
import { accessibility } from '../../src/verify/accessibility.ts';
import { checks } from '../../src/verify/checks.ts';
import { redirects } from '../../src/verify/redirects.ts';
import { readSite } from '../../src/verify/site.ts';
import { text } from '../../src/verify/text.ts';
import { pickUnlikePages } from '../support/unlike-pages.ts';

// axe takes seconds a page, so it looks at pages that are unlike each other. axe.spec.ts runs it on the sites that are
// not generated. The mirrored site is the grown one with its sides changed, and layout.spec.ts checks these.
const withoutAxe = ['mirrored'];

for (const { folder, base, source, address, options, write } of testBuilds) {
  const root = join(projectFolder, source);
  const isAnonymous = options?.includes('--anonymous') === true;
  const { origin } = isAnonymous ? {} : loadSiteAddress(root, address);
  const site = readSite({ folder: join(projectFolder, folder), base, origin, source: root });
  // An anonymous site lacks some words and former addresses.
  const fitting = checks
    .filter((check) => (check !== text && check !== redirects) || !isAnonymous)
    .filter(
      (check) =>
        check !== accessibility || (write !== undefined && !withoutAxe.includes(basename(folder))),
    );
  for (const { claim, run } of fitting)
    test(`${folder}: ${claim}`, async (context) => {
      const pages = run === accessibility.run ? pickUnlikePages(site.pages) : site.pages;
      const { extent, problems } = await run({ ...site, pages });
      context.diagnostic(extent);
      assert.deepEqual(
        problems.map(({ place, message }) => `${place} ${message}`),
        [],
      );
    });
}
