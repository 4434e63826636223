import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectFolder } from '../../src/cli/project.ts';
import { testBuilds } from '../../src/cli/test.ts';
import { loadSiteAddress } from '../../src/loaders/site-address.ts';
import { llms } from '../../src/verify/llms.ts';
import { readSite } from '../../src/verify/site.ts';
import { sitemap } from '../../src/verify/sitemap.ts';

for (const { folder, base, source, address, options } of testBuilds) {
  const root = join(projectFolder, source);
  // An anonymous site has no address, whatever its author set.
  const isNamed = !options?.includes('--anonymous');
  const origin = isNamed ? loadSiteAddress(root, address).origin : undefined;
  const site = readSite({ folder: join(projectFolder, folder), base, origin, source: root });
  for (const { claim, run } of [llms, sitemap])
    test(`${folder}: ${claim}`, async () => {
      assert.deepEqual((await run(site)).problems, []);
    });
}
