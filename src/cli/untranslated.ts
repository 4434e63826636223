import type { LocatedContent } from '../lib/located.ts';
import { contentFiles } from '../loaders/files.ts';
import { readTranslationFile } from '../loaders/originals.ts';

/** Lists the files of entries and pages that have no translation, on a site where others have one. */
export function listUntranslated({
  entries,
  translations = [],
}: Pick<LocatedContent, 'entries' | 'translations'>): string[] {
  const translated = new Set(translations.map(({ file }) => readTranslationFile(file)?.original));
  if (translated.size === 0) return [];
  return entries
    .map(({ file }) => file)
    .filter((file) => file !== contentFiles.own && !translated.has(file));
}
