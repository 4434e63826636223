export interface LanguageOptions {
  /** Returns the language of the text at `path`, whose words are beside those of the author. */
  language: (path: string) => string;
}
