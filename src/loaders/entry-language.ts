import { relative } from 'node:path';
import { readLanguageName } from '../lib/language-names.ts';
import { readEntryFile } from './entry-file.ts';
import { contentFiles } from './files.ts';
import { getValue } from './source.ts';
import { readYamlFile } from './yaml-file.ts';

/**
 * Loads the front matter of the entry at `path`, unparsed by the schema, or undefined if it cannot
 * be read.
 */
export function loadFields(root: string, path: string): unknown {
  return readEntryFile(root, toPosix(relative(root, path))).source?.data;
}

/** Loads the language of the entry at `path`, or else that of the site. */
export function loadLanguage(root: string, path: string): string {
  const settings = readYamlFile(root, contentFiles.site).source?.data;
  const stated = [loadFields(root, path), settings].map((data) => getValue(data, ['language']));
  const tags = stated.map((tag) => (typeof tag === 'string' ? readLanguageName(tag) : undefined));
  return tags.find((tag) => tag !== undefined) ?? 'en';
}

/** A path with slashes on every system. */
export function toPosix(path: string): string {
  return path.replaceAll('\\', '/');
}
