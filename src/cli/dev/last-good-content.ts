import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checkContent } from '../check.ts';
import { copyFiles } from '../snapshot.ts';
import type { Fault } from '../../lib/fault.ts';
import { listContent } from '../../loaders/files.ts';
import { listFolder } from '../../loaders/folder.ts';

/**
 * Copies the content of `latest` to the folder `shown`, with the last good version of each file
 * that has one of `faults`, or without the file if it has none. If the result is still invalid,
 * `shown` does not change. Returns whether `shown` holds a site.
 */
export async function settleContent(
  latest: string,
  shown: string,
  faults: readonly Fault[],
): Promise<boolean> {
  const candidate = `${shown}-candidate`;
  copyFiles(listAll(latest), candidate);
  const replaced = new Set<string>();
  let left = faults;
  while (left.length > 0) {
    const files = new Set(left.map(({ file }) => file)).difference(replaced);
    // A last good version with faults must lack another file.
    if (files.size === 0) return existsSync(join(shown, 'content'));
    for (const file of files) {
      replaced.add(file);
      replaceFile(join(shown, file), join(candidate, file));
    }
    ({ faults: left } = await checkContent(candidate));
  }
  copyFiles(listAll(candidate), shown);
  return true;
}

function listAll(root: string) {
  const shared = listFolder(root, 'public', () => true);
  return { files: new Map([...listContent(root).files, ...shared.files]) };
}

function replaceFile(good: string, file: string): void {
  rmSync(file, { recursive: true, force: true });
  if (!existsSync(good)) return;
  mkdirSync(dirname(file), { recursive: true });
  copyFileSync(good, file);
}
