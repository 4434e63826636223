import { findDirection, findOwnLanguage } from '../lib/language.ts';
import type { Frame } from '../model/site.ts';

/** The language of a page, and the attributes of the words on it that are the site's own. */
export function describeLanguage({ language, isMultilingual = false }: Frame) {
  const ownLanguage = findOwnLanguage(language);
  const isOwn = ownLanguage === language && !isMultilingual;
  return {
    lang: language,
    dir: findDirection(language) === 'rtl' ? ('rtl' as const) : undefined,
    own: isOwn ? {} : { lang: ownLanguage },
  };
}
