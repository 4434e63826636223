import { cpSync, existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../src/cli/project.ts';

/** Makes `root` a project with the code and packages of this one. The caller adds `content/`. */
export function addCode(root: string): void {
  // An author need not have a public/.
  const names = ['src', 'public', 'package.json', 'tsconfig.json'];
  for (const name of names.filter((one) => existsSync(join(projectFolder, one))))
    cpSync(join(projectFolder, name), join(root, name), { recursive: true });
  symlinkSync(join(projectFolder, 'node_modules'), join(root, 'node_modules'), 'junction');
}
