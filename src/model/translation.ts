import { mapKinds } from '../kinds/registry.ts';
import { viewBuilders } from '../kinds/views.ts';
import { readTranslation } from '../lib/translation.ts';
import { findTextWords } from '../words/words.ts';
import { pagePaths } from './address.ts';
import type { EntryView } from './entry.ts';
import { buildFreePage, type FreePage } from './free-page.ts';
import type { Entry, EntriesByKind, Graph, Translation } from './graph.ts';
import type { Frame } from './site.ts';

/** Builds the pages of translations. `views` are the entries and pages of the site. */
export function buildTranslations(
  graph: Graph,
  views: readonly (EntryView | FreePage)[],
  address: (path: string) => string,
): (EntryView | FreePage)[] {
  return graph.translations.map((translation) => {
    const { kind, original, slug } = translation;
    const view = views.find((one) => one.kind === kind && one.slug === original);
    if (view === undefined) throw new Error(`${slug} has no original.`);
    const own = {
      slug,
      address: address(pagePaths.entry(kind, slug)),
      ...(view.editions && { editions: view.editions }),
    };
    if (view.kind === 'page') return { ...buildFreePage(translation, address), ...own };
    return { ...translateEntry(translation, view, graph, address), ...own };
  });
}

/** An entry in the language of a translation. It is the same work, with the same citation. */
function translateEntry(
  translation: Translation,
  view: EntryView,
  graph: Graph,
  address: (path: string) => string,
): EntryView {
  const { original, language } = translation;
  const { build } = viewBuilders[view.kind] as unknown as {
    build: (entry: Entry<unknown>, graph: Graph, find: typeof address) => EntryView;
  };
  const words = findTextWords(language, graph.words);
  // The titles of other entries are in another language than the page.
  const entries = mapKinds((kind) =>
    graph.entries[kind].map((entry) => ({
      ...entry,
      data: { ...entry.data, language: entry.data.language ?? graph.site.language },
    })),
  ) as unknown as EntriesByKind;
  const built = build({ ...translation, slug: original }, { ...graph, words, entries }, address);
  const { citation, updated } = view;
  const tagLanguage = view.language ?? graph.site.language;
  const tags = built.tags.map((tag) => ({ ...tag, language: tagLanguage }));
  return { ...built, citation, tags, ...(updated !== undefined && { updated }) };
}

/** The frame of the page of a text: that of a translation has its language and words. */
export function frameText<Around extends Frame>(
  frame: Around,
  { slug, language }: Pick<EntryView | FreePage, 'slug' | 'language'>,
): Around {
  if (language === undefined || readTranslation(slug) === undefined) return frame;
  return { ...frame, language, words: findTextWords(language, frame.words) };
}
