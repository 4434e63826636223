import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { sync } from 'astro';
import { buildConfig } from '../../src/astro-config.ts';
import { projectFolder } from '../../src/cli/project.ts';

// Astro writes the types of the collections when it reads their entries. These are those of a
// fixture, because faults in content/ are no faults of the code.
const root = join(projectFolder, '.cache/work/types');
rmSync(root, { recursive: true, force: true });
mkdirSync(root, { recursive: true });
cpSync(join(projectFolder, 'tests/fixtures/original'), root, { recursive: true });
await sync({ configFile: false, ...buildConfig({ root }), logLevel: 'error' });
cpSync(join(root, '.astro'), join(projectFolder, '.astro'), { recursive: true });
const file = join(projectFolder, '.astro/content.d.ts');
const types = readFileSync(file, 'utf8');
const configured = types.replace(
  /import\("[./]+\/src\/content\.config/,
  'import("../src/content.config',
);
if (configured === types)
  throw new Error('The types of the collections name no src/content.config.');
writeFileSync(file, configured);
const args = ['node_modules/astro/bin/astro.mjs', 'check', '--noSync'];
const { status } = spawnSync(process.execPath, args, { cwd: projectFolder, stdio: 'inherit' });
process.exitCode = status ?? 1;
