import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectFolder } from '../../src/cli/project.ts';
import { testBuilds } from '../../src/cli/test.ts';
import { agreement } from '../../src/verify/agreement.ts';
import { data } from '../../src/verify/data.ts';
import { feeds } from '../../src/verify/feeds.ts';
import { llms } from '../../src/verify/llms.ts';
import { pdf } from '../../src/verify/pdf.ts';
import { readSite } from '../../src/verify/site.ts';
import { sitemap } from '../../src/verify/sitemap.ts';
import { twins } from '../../src/verify/twins.ts';
import { documents, exampleDocuments, portfolioDocuments } from '../support/document.ts';

const hasAddress = [documents, portfolioDocuments, exampleDocuments].map((pages) =>
  pages.some(({ root }) => root.querySelector('link[rel="canonical"]')),
);

for (const [index, { folder, base, source }] of testBuilds.entries()) {
  const site = readSite({
    folder: join(projectFolder, folder),
    base,
    origin: hasAddress[index] ? 'https://example.org' : undefined,
    source: join(projectFolder, source),
  });
  for (const { claim, run } of [agreement, twins, llms, data, feeds, sitemap, pdf])
    test(`${folder}: ${claim}`, async () => {
      assert.deepEqual((await run(site)).problems, []);
    });
}
