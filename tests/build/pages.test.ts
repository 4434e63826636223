import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectFolder } from '../../src/cli/project.ts';
import { testBuilds } from '../../src/cli/test.ts';
import { loadContent } from '../../src/loaders/content.ts';
import { listContentPages } from '../../src/model/page-links.ts';
import { builds } from '../support/builds.ts';

for (const [index, { folder, source }] of testBuilds.entries())
  test(`the pages that links may lead to are those that are built: ${folder}`, async () => {
    const content = await loadContent(join(projectFolder, source));
    const pages = builds[index]?.pages.filter((page) => page !== '404.html') ?? [];
    const listed = listContentPages(content);
    assert.deepEqual(listed.toSorted(), pages.map((page) => `/${page}`).toSorted());
  });
