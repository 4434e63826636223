import { z } from 'astro/zod';
import { isLanguage, readLanguage } from '../lib/language.ts';
import { constrainedText } from './constraint.ts';

/** A language tag of BCP 47, in any case. */
export function language(description: string) {
  return z.preprocess(
    (value) => (typeof value === 'string' ? readLanguage(value) : value),
    constrainedText(description, isLanguage, {
      rule: 'wrong-type',
      fix: 'Write a language tag of BCP 47, such as en.',
    }),
  );
}
