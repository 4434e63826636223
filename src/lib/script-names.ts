/** The scripts that are in use, by their names in Unicode. */
const scripts = (
  'Latin Greek Cyrillic Armenian Georgian Hebrew Arabic Syriac Thaana Nko Tifinagh Ethiopic Adlam Cherokee ' +
  'Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala Ol_Chiki Meetei_Mayek ' +
  'Thai Lao Khmer Myanmar Tibetan Javanese Balinese Mongolian Canadian_Aboriginal ' +
  'Han Hiragana Katakana Hangul Bopomofo Yi'
)
  .split(' ')
  .map((name) => new RegExp(`\\p{Script=${name}}`, 'u'));

/** Whether a text has letters of a script that another has not. */
export function hasOtherScript(text: string, other: string): boolean {
  return scripts.some((script) => script.test(text) && !script.test(other));
}
