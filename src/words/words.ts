import { ar } from './ar.ts';
import { de } from './de.ts';
import { en, type Texts } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import { pt } from './pt.ts';
import { zh } from './zh.ts';
import { formatPattern, type Pattern, type Values } from './format.ts';

/** The words of a site, in the variety of the language that it states. */
export interface Words extends Texts {
  /** Fills in a pattern of these words. */
  format: (pattern: Pattern, values: Values) => string;
  /** Joins the items of a list. */
  join: (items: readonly string[]) => string;
  /** Between the names of people, and the parts of a line. */
  comma: string;
  /** Between two sentences. */
  gap: string;
  /** Writes each text as a sentence. Leaves out those that are empty. */
  writeSentences: (texts: readonly string[]) => string;
}

/** The languages that have words, by their tags. */
export const languages: Readonly<Record<string, Texts>> = { en, de, fr, es, pt, zh, ja, ar };

/** Returns the words for a language in its script; those of English, if it has none. */
export function findWords(language: string): Words {
  const { language: base, script } = new Intl.Locale(language).maximize();
  const texts = languages[base];
  return texts !== undefined && new Intl.Locale(base).maximize().script === script
    ? addFunctions(texts, language)
    : addFunctions(en, 'en');
}

/** The words for a text in a language: its own, or those of the site if it has none. */
export function findTextWords(language: string, words: Words): Words {
  const own = findWords(language);
  const isThere = new Intl.Locale(own.language).language === new Intl.Locale(language).language;
  return isThere ? own : words;
}

function addFunctions(texts: Texts, language: string): Words {
  const format: Words['format'] = (pattern, values) => formatPattern(pattern, values, language);
  const { comma, sentence } = texts.plot;
  // Where no space follows a comma, none follows a full stop.
  const gap = comma.endsWith(' ') ? ' ' : '';
  return {
    ...texts,
    language,
    format,
    comma,
    gap,
    writeSentences: (items) =>
      items
        .filter(Boolean)
        .map((text) => format(sentence, { text }))
        .join(gap),
    join: (items) => new Intl.ListFormat(language).format(items),
  };
}

/** The words of English. */
export const english = findWords('en');
