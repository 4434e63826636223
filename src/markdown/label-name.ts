import type { Label } from '../lib/body-facts.ts';
import type { Words } from '../words/words.ts';

/** The text of a reference to a part of a page: “Equation 1”, or the heading of a section in quotation marks. */
export function nameLabel({ kind, text }: Label, words: Words): string {
  if (kind === undefined) return words.format(words.quoted, { text });
  return words.format(words.text[kind], { number: text }).trim();
}
