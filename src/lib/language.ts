/** Reads a language tag in any case, and with underscores. Returns other text unchanged. */
export function readLanguage(text: string): string {
  const tag = text.trim().replaceAll('_', '-');
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? text;
  } catch {
    return text;
  }
}

/** Whether a text is a tag of BCP 47 that names a language, such as `en`, `zh-Hans` or `pt-BR`. */
export function isLanguage(text: string): boolean {
  return /^[a-z]{2,3}(?:-|$)/.test(text) && readLanguage(text) === text && isKnown(text);
}

const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** Every language of two letters has a name. Of those with three, only the larger ones do. */
function isKnown(text: string): boolean {
  try {
    const { language } = new Intl.Locale(text);
    return language.length > 2 || names.of(language) !== undefined;
  } catch {
    return false;
  }
}

/** Scripts that run from right to left. */
const rightToLeft = new Set('Adlm Arab Hebr Mand Mend Nkoo Rohg Samr Syrc Thaa'.split(' '));

/** The direction of the script in which a language is written. */
export function findDirection(language: string): 'ltr' | 'rtl' {
  const { script = '' } = new Intl.Locale(language).maximize();
  return rightToLeft.has(script) ? 'rtl' : 'ltr';
}

/** The attributes of texts in a language; none if they are in that of the page. */
export function describeTexts(language: string | undefined) {
  return language === undefined ? {} : { lang: language, dir: findDirection(language) };
}
