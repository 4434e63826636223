import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readTranslation } from '../lib/translation.ts';
import { loadOwnBibliography } from './own-bibliography.ts';

/** A translation by its file name: `content/papers/titan.fr.mdx` is one of `content/papers/titan.mdx`. */
export interface TranslationFile {
  /** The file of the original. */
  original: string;
  language: string;
}

/** Reads the name of the file of an entry or a page; undefined if it is not that of a translation. */
export function readTranslationFile(file: string): TranslationFile | undefined {
  const { slug, language } = readTranslation(basename(file, '.mdx')) ?? {};
  if (slug === undefined || language === undefined) return undefined;
  return { original: `${dirname(file)}/${slug}.mdx`, language };
}

/** Finds the original of the translation in `file`; undefined if it is none, or its original does not exist. */
export function findOriginal(root: string, file: string): TranslationFile | undefined {
  const translation = readTranslationFile(file);
  return translation && hasEntry(root, translation.original) ? translation : undefined;
}

/** Whether there is an entry in `file`, or a work of `content/own.bib` that could have it. */
export function hasEntry(root: string, file: string): boolean {
  return existsSync(join(root, file)) || loadOwnBibliography(root).works.has(file);
}
