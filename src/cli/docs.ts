import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildCommands } from './docs/command-list.ts';
import { buildFields } from './docs/fields.ts';
import { buildFigures } from './docs/figures.ts';
import { buildPublishing } from './docs/publishing.ts';
import { buildRules } from './docs/rules.ts';
import { projectFolder } from './project.ts';

/** Documents with a generated part, and its generator. */
export const documents: Record<string, (text: string) => string> = {
  'docs/commands.md': buildCommands,
  'docs/fields.md': buildFields,
  'docs/figures.md': buildFigures,
  'docs/publishing.md': buildPublishing,
  'docs/rules.md': buildRules,
};

/** `npm run docs`: writes the generated parts of the documentation. */
export function run(): number {
  for (const [name, rebuild] of Object.entries(documents)) {
    const file = join(projectFolder, name);
    writeFileSync(file, rebuild(readFileSync(file, 'utf8')));
    console.log(`${name} is current.`);
  }
  return 0;
}
