import { isLanguage, readLanguage } from './language.ts';

/** The names that babel, polyglossia and biblatex have for languages, where they are no tags of BCP 47. */
const tags: Readonly<Record<string, string>> = {
  ...{ american: 'en-US', usenglish: 'en-US', british: 'en-GB', ukenglish: 'en-GB' },
  ...{ english: 'en', german: 'de', ngerman: 'de', austrian: 'de-AT', naustrian: 'de-AT' },
  ...{
    swissgerman: 'de-CH',
    nswissgerman: 'de-CH',
    french: 'fr',
    francais: 'fr',
    canadien: 'fr-CA',
  },
  ...{ spanish: 'es', catalan: 'ca', portuguese: 'pt', brazilian: 'pt-BR', brazil: 'pt-BR' },
  ...{ italian: 'it', romanian: 'ro', dutch: 'nl', danish: 'da', swedish: 'sv', norsk: 'nb' },
  ...{ norwegian: 'nb', nynorsk: 'nn', finnish: 'fi', icelandic: 'is', polish: 'pl', czech: 'cs' },
  ...{
    slovak: 'sk',
    slovene: 'sl',
    slovenian: 'sl',
    croatian: 'hr',
    serbian: 'sr',
    hungarian: 'hu',
  },
  ...{ russian: 'ru', ukrainian: 'uk', bulgarian: 'bg', greek: 'el', latin: 'la', turkish: 'tr' },
  ...{ arabic: 'ar', hebrew: 'he', persian: 'fa', farsi: 'fa', hindi: 'hi', chinese: 'zh' },
  ...{ japanese: 'ja', korean: 'ko', vietnamese: 'vi', irish: 'ga', welsh: 'cy', latvian: 'lv' },
  ...{ lithuanian: 'lt', estonian: 'et', basque: 'eu', galician: 'gl' },
};

/** The tag of BCP 47 for the tag or the name of a language; undefined if it is neither, or names several. */
export function readLanguageName(value = ''): string | undefined {
  const name = value.trim().toLowerCase();
  const tag = tags[name] ?? readLanguage(value);
  return isLanguage(tag) ? tag : undefined;
}
