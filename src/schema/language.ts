import { z } from 'astro/zod';
import { readLanguageName } from '../lib/language-names.ts';
import { isLanguage, readLanguage } from '../lib/language.ts';
import { constrainedText } from './constraint.ts';

/** A language tag of BCP 47 in any case, or the English name of a language. */
export function language(description: string) {
  return z.preprocess(
    (value) =>
      typeof value === 'string' ? (readLanguageName(value) ?? readLanguage(value)) : value,
    constrainedText(description, isLanguage, {
      rule: 'wrong-type',
      fix: 'Write its tag of BCP 47, such as en, de or zh-Hans, or its name in English.',
    }),
  );
}
