declare namespace App {
  interface Attributes {
    lang?: string;
    dir?: 'ltr' | 'rtl';
  }

  interface Locals {
    /** The site's own words. */
    words: import('./words/words.ts').Words;
    /** The attributes of the site's own words: their language, if the texts have another one. */
    own: Attributes;
    /** The attributes of words that are always in English. */
    english: Attributes;
    /** The attributes of references, if the site's own words are not in English, as their style is. */
    works: Attributes;
    /** The language of the page. */
    language: string;
  }
}
