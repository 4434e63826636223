import { describeTexts, findDirection } from '../lib/language.ts';
import type { Frame } from '../model/site.ts';

/** The language of a page, and the attributes of the words on it that are the site's own. */
export function describeLanguage({ language, words, isMultilingual = false }: Frame) {
  const isOwn = words.language === language && !isMultilingual;
  const isRightToLeft = findDirection(words.language) === 'rtl';
  const isEnglish = new Intl.Locale(words.language).language === 'en';
  const ownDirection = isRightToLeft && { dir: 'rtl' as const };
  const own = isOwn ? {} : { lang: words.language, ...ownDirection };
  const works = isEnglish ? {} : { lang: 'en', ...(isRightToLeft && { dir: 'ltr' as const }) };
  return {
    lang: language,
    dir: findDirection(language) === 'rtl' ? ('rtl' as const) : undefined,
    own,
    /** Of words that are always in English. */
    english: isEnglish ? own : works,
    /** Of references, whose style is in English. */
    works,
    /** The words of scripts as data, if they are not in English. */
    script: isEnglish
      ? undefined
      : JSON.stringify({ language: words.language, ...ownDirection, ...words.script }).replaceAll(
          '<',
          '\\u003c',
        ),
  };
}

/** The attributes of the header and the footer, which are those of the site, on a page with the frame `own`. */
export function describeSides(own: Frame, { language }: Frame) {
  return describeTexts(own.language === language ? undefined : language);
}
