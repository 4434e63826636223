import { findWords, type Words } from '../../words/words.ts';

/** The words of a figure's frame, and the attributes of these and of its other words. */
export interface FrameWords {
  words: Words;
  own: { lang?: string };
  /** Of words that are in English. */
  english: { lang?: string; dir?: 'ltr' };
  /** Of the words of the figure itself: mostly in English. */
  spoken: { lang?: string; dir?: 'ltr' };
  /** Of its drawings and its table, whose words are those of the author where they show data. */
  drawn: { lang?: string; dir?: 'ltr' };
}

/** Chooses the words of a figure's frame: those of the text around it, which is in `language`. */
export function chooseFrameWords(
  language: string,
  hasData: boolean,
  isTranslated: boolean,
): FrameWords {
  const words = findWords(language);
  const isEnglish = new Intl.Locale(language).language === 'en';
  const english = isEnglish ? {} : { lang: 'en', dir: 'ltr' as const };
  const own = words.language === language ? {} : { lang: words.language };
  return {
    words,
    own,
    english,
    spoken: isTranslated && words.language !== 'en' ? own : english,
    drawn: hasData ? {} : english,
  };
}
