import { isLanguage, readLanguage } from './language.ts';
import { readLanguageName } from './language-names.ts';

/** The parts of the name of a translated text, such as `titan.fr`. */
export interface TranslationName {
  /** The slug of the original. */
  slug: string;
  /** The tag of the language as written. */
  tag: string;
}

/** Splits the name of a file at its last dot. A name without one is that of an original. */
export function splitTranslation(name: string): TranslationName | undefined {
  const [, slug, tag] = /^(.+)\.([^.]+)$/.exec(name) ?? [];
  return slug === undefined || tag === undefined ? undefined : { slug, tag };
}

const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** The language of a tag in a file name. An ending such as `old` is none, though it has the form of a tag. */
export function readFileLanguage(tag: string): string | undefined {
  const language = readLanguage(tag);
  if (!isLanguage(language)) return undefined;
  return names.of(new Intl.Locale(language).language) === undefined ? undefined : language;
}

/** The original and the language of a translated text by its name; undefined if it has no such name. */
export function readTranslation(name: string): { slug: string; language: string } | undefined {
  const parts = splitTranslation(name);
  const language = parts && readFileLanguage(parts.tag);
  return parts && language !== undefined ? { slug: parts.slug, language } : undefined;
}

/** The language that an ending may mean: by its name, or by the country where it is spoken. */
export function suggestLanguage(tag: string): string | undefined {
  const named = readLanguageName(tag);
  if (named !== undefined) return readFileLanguage(named);
  if (!/^[a-z]{2}$/i.test(tag)) return undefined;
  const { language } = new Intl.Locale(`und-${tag.toUpperCase()}`).maximize();
  // A country that is unknown has English.
  return language === 'en' && !/^(?:us|gb|au|nz|ie)$/i.test(tag) ? undefined : language;
}

/** Names a language in its own words, as “Français”. */
export function nameLanguage(language: string): string {
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
  const [first = ''] = name;
  return first.toLocaleUpperCase(language) + name.slice(first.length);
}
