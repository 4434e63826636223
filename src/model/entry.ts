import { pagePaths } from './address.ts';

/** An entry as something to follow. */
export interface EntryLink {
  title: string;
  address: string;
}

/** A tag as something to follow. */
export interface TagLink {
  label: string;
  address: string;
}

/** The chips of an entry, in the author's order. */
export function buildTagLinks(labels: string[], address: (path: string) => string): TagLink[] {
  return labels.map((label) => ({ label, address: address(pagePaths.tag(label)) }));
}
