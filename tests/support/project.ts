import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../src/cli/project.ts';

/** Makes a project of `root`, with the code and the packages of this one; its `content/` is the caller's. */
export function addCode(root: string): void {
  for (const name of ['src', 'public', 'package.json', 'tsconfig.json'])
    cpSync(join(projectFolder, name), join(root, name), { recursive: true });
  symlinkSync(join(projectFolder, 'node_modules'), join(root, 'node_modules'), 'junction');
}
