import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectFolder } from '../../../src/cli/project.ts';
import { documents } from '../../../src/cli/docs.ts';

for (const [name, rebuild] of Object.entries(documents)) {
  test(`what ${name} takes from elsewhere is current`, () => {
    const text = readFileSync(join(projectFolder, name), 'utf8');
    assert.ok(text === rebuild(text), `${name} is not current: run “npm run docs”`);
  });

  test(`a text without the marks of ${name} is refused, not overwritten`, () => {
    assert.throws(() => rebuild('# A title\n'), /has no/);
  });
}
