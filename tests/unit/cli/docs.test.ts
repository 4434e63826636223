import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectFolder } from '../../../src/cli/project.ts';
import { buildReadme } from '../../../src/cli/docs.ts';

const readme = readFileSync(join(projectFolder, 'README.md'), 'utf8');

test('the field tables of the README are those of the schemas', () => {
  assert.ok(readme === buildReadme(readme), 'README.md is not current: run “npm run docs”');
});

test('a README without the marks is refused, not overwritten', () => {
  assert.throws(() => buildReadme('# A title\n'), /has no/);
});
