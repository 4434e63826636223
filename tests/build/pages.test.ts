import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectFolder } from '../../src/cli/project.ts';
import { testBuilds } from '../../src/cli/test.ts';
import { mapKinds } from '../../src/kinds/registry.ts';
import { loadContent } from '../../src/loaders/content.ts';
import { listPages } from '../../src/model/address.ts';
import { builds } from '../support/builds.ts';

for (const [index, { folder, source }] of testBuilds.entries())
  test(`the pages that links may lead to are those that are built: ${folder}`, async () => {
    const content = await loadContent(join(projectFolder, source));
    const entries = mapKinds((name) =>
      content.entries
        .filter(({ kind }) => kind === name)
        .map(({ slug, tags }) => ({ slug, tags: tags.map(({ value }) => value) })),
    );
    const pages = builds[index]?.pages.filter((page) => page !== '404.html') ?? [];
    const citesWorks = content.entries.some(({ references, citations }) => {
      return references.length + citations.length > 0;
    });
    const listed = listPages(entries, citesWorks);
    assert.deepEqual(listed.toSorted(), pages.map((page) => `/${page}`).toSorted());
  });
