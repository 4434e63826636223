import type { TextName } from '../kinds/registry.ts';
import { nameLanguage } from '../lib/translation.ts';
import { pagePaths } from './address.ts';
import type { Entry, Graph } from './graph.ts';
import { markTitle } from './marked-text.ts';

/** A page of a text in one of its languages. */
export interface Edition {
  title: string;
  language: string;
  /** The language in its own words. */
  name: string;
  address: string;
}

/** The pages of a text in all of its languages, that of the original first; empty if it has one language. */
export function listEditions(
  { site, translations }: Graph,
  kind: TextName,
  { slug, data }: Entry<{ title: string; language?: string | undefined }>,
  address: (path: string) => string,
): Edition[] {
  const others = translations.filter((one) => one.kind === kind && one.original === slug);
  if (others.length === 0) return [];
  const all = [{ slug, data, language: data.language ?? site.language }, ...others];
  return all.map(({ slug, data, language }) => ({
    title: markTitle(data.title).title,
    language,
    name: nameLanguage(language),
    address: address(pagePaths.entry(kind, slug)),
  }));
}
