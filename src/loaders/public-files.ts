import { globSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Fault } from '../lib/fault.ts';
import { describeFolder } from './folder.ts';

/** Lists the files of `public/` below `root`, with a fault for each folder that is named like a page. */
export function listPublicFiles(root: string): { files: string[]; faults: Fault[] } {
  const cwd = join(root, 'public');
  const items = globSync('**', { cwd, withFileTypes: true }).map((item) => ({
    name: relative(cwd, join(item.parentPath, item.name)),
    isFolder: item.isDirectory(),
  }));
  const { files = [], folders = [] } = Object.groupBy(items, ({ isFolder }) =>
    isFolder ? 'folders' : 'files',
  );
  return {
    files: files.map(({ name }) => name),
    faults: folders
      .filter(({ name }) => name.endsWith('.html'))
      .map(({ name }) => describeFolder(`public/${name.replaceAll('\\', '/')}`)),
  };
}
