import type { Draft } from './draft.ts';
import type { Source } from './source.ts';

/** A program whose sites can be read. */
export interface Generator {
  name: string;
  /** Whether a folder is a site of this program. */
  detect: (source: Source) => boolean;
  /** Reads all of the site into the draft. */
  read: (draft: Draft, options: ReadOptions) => void;
}

export interface ReadOptions {
  /** Whether the works of a single `.bib` file are the author's own. */
  isOwn: boolean;
}

/** Whether a source has a file whose path begins so. */
export function hasFolder({ files }: Source, ...folders: string[]): boolean {
  return files.some((file) => folders.some((folder) => file.startsWith(`${folder}/`)));
}
