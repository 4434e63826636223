import { findFilePath, readTarget } from '../lib/target.ts';

/** The address of the end of a link. `address` turns a path from the root of the site into one. */
export function findTarget(text: string, address: (path: string) => string): string {
  const target = readTarget(text);
  if (target.kind === 'outside') return target.address;
  return address(target.kind === 'file' ? encodeURI(findFilePath(target.address)) : target.address);
}
