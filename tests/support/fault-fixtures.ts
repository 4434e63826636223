import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../src/cli/project.ts';

export { readReport } from '../../src/cli/docs/rule-examples.ts';

// A fixture is a folder with the files of content/ that differ from those of base/, the names of those
// that are taken away (removed.txt), and the whole report (expected.txt).
export const faultFixtures = join(projectFolder, 'tests/fixtures/faults');

export const faultFixtureNames = readdirSync(faultFixtures).filter((name) => name !== 'base');

export function listRemoved(name: string): string[] {
  const list = join(faultFixtures, name, 'removed.txt');
  return existsSync(list) ? readFileSync(list, 'utf8').trim().split('\n') : [];
}

/** Creates a project below `scratch` with the content of a fixture. */
export function buildFaultProject(scratch: string, name: string): string {
  const root = mkdtempSync(join(scratch, 'project-'));
  const overrides = join(faultFixtures, name, 'content');
  cpSync(join(faultFixtures, 'base/content'), join(root, 'content'), { recursive: true });
  for (const path of listRemoved(name)) rmSync(join(root, path), { recursive: true });
  if (existsSync(overrides))
    cpSync(overrides, join(root, 'content'), {
      recursive: true,
      verbatimSymlinks: true,
      force: true,
    });
  return root;
}
