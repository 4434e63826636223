import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Fault } from '../lib/fault.ts';
import { nearest } from '../lib/nearest.ts';
import { describeUnfitName, isSlug, suggestSlug } from '../lib/slug.ts';
import {
  readFileLanguage,
  splitTranslation,
  suggestLanguage,
  type TranslationName,
} from '../lib/translation.ts';
import { loadLanguage } from './entry-language.ts';
import { hasEntry } from './originals.ts';

type Advice = Pick<Fault, 'expected' | 'nearest' | 'fix'>;

/** The name of an entry becomes part of its address, and the name of folders and files. */
export function checkName(root: string, file: string): Fault[] {
  const name = basename(file, '.mdx');
  const parts = splitTranslation(name);
  const isTranslation = parts !== undefined && isMeant(root, file, parts);
  const advice = isTranslation ? adviseOnTranslation(root, file, parts) : adviseOnSlug(root, file);
  if (advice === undefined) return [];
  const rule = isTranslation ? 'bad-translation' : 'bad-slug';
  return [{ rule, file, line: 1, column: 1, found: `${name}.mdx`, ...advice }];
}

/** Whether an ending is meant as a language, although it may be none. */
function isMeant(root: string, file: string, { slug, tag }: TranslationName): boolean {
  if (readFileLanguage(tag) !== undefined) return true;
  return hasEntry(root, nameFile(file, slug)) && suggestLanguage(tag) !== undefined;
}

function nameFile(file: string, name: string): string {
  return `${dirname(file)}/${name}.mdx`;
}

/** The advice about the name of a translation; undefined if it is good. */
function adviseOnTranslation(
  root: string,
  file: string,
  { slug, tag }: TranslationName,
): Advice | undefined {
  const original = nameFile(file, slug);
  const suggest = (name: string) => {
    const isFree = !existsSync(join(root, nameFile(file, name)));
    return isFree ? { nearest: `${name}.mdx` } : {};
  };
  const language = readFileLanguage(tag);
  if (language === undefined)
    return {
      expected: `a tag of BCP 47 before “.mdx”, such as ${slug}.fr.mdx; “${tag}” names no language`,
      ...suggest(`${slug}.${suggestLanguage(tag)}`),
      fix: 'Rename the file after the language of its text.',
    };
  const names = readdirSync(join(root, dirname(file)));
  if (!hasEntry(root, original)) {
    const others = names.filter((one) => /^[^.]+\.mdx$/.test(one));
    const near = nearest(`${slug}.mdx`, others)?.replace(/\.mdx$/, '');
    return {
      expected: `a translation of another text; there is no ${slug}.mdx`,
      ...(near !== undefined && suggest(`${near}.${tag}`)),
      fix: `Rename the file after its original. If it is none, rename it to ${suggestSlug(slug)}.mdx and write “language: ${language}” in its fields.`,
    };
  }
  if (loadLanguage(root, join(root, original)) === language)
    return {
      expected: `another language than that of ${slug}.mdx, which is “${language}”`,
      fix: `Rename the file after the language of its text, or write in ${slug}.mdx which “language” that has.`,
    };
  const twin = names.find((one) => {
    const other = splitTranslation(basename(one, '.mdx'));
    return one < basename(file) && other?.slug === slug && readFileLanguage(other.tag) === language;
  });
  return twin === undefined
    ? undefined
    : {
        expected: `one translation in each language; ${twin} has “${language}” too`,
        fix: 'Remove one of the two files, or rename it after the language of its text.',
      };
}

/** The advice about the name of an original; undefined if it is good. */
function adviseOnSlug(root: string, file: string): Advice | undefined {
  const slug = basename(file, '.mdx');
  const unfit = describeUnfitName(slug);
  if (isSlug(slug) && unfit === undefined) return undefined;
  const better = suggestSlug(slug);
  const isTaken = readdirSync(join(root, dirname(file))).includes(`${better}.mdx`);
  const isGood = better !== '' && !isTaken && describeUnfitName(better) === undefined;
  return {
    expected:
      unfit ??
      'a file name of lower-case letters and digits joined by hyphens, as a part of the address',
    ...(isGood && { nearest: `${better}.mdx` }),
    fix: 'Rename the file.',
  };
}
