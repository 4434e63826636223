import { z } from 'astro/zod';
import { isFileAddress } from '../lib/attachment.ts';
import { readPhotoAddress } from '../lib/photo.ts';
import { constrainedText } from './constraint.ts';
import { altText } from './picture.ts';

/** Reads the file alone. The description is missing then. */
function readFile(value: unknown, context: z.core.$RefinementCtx): unknown {
  if (typeof value !== 'string' || value.trim() === '') return value;
  context.issues.push({
    code: 'custom',
    input: value,
    params: {
      rule: 'missing-alt-text',
      expected: 'the file and a description, for those who cannot see it',
      fix: `Write photo: { src: ${value.trim()}, alt: A description of the photograph }.`,
    },
  });
  return undefined;
}

/** The photograph of the author. */
export const photo = z
  .preprocess(
    readFile,
    z
      .strictObject({
        src: z.preprocess(
          (value) => (typeof value === 'string' ? readPhotoAddress(value) : value),
          constrainedText(
            'A photograph beside site.yaml, such as ./photo.jpg',
            (value) => isFileAddress(value) && !/\.svg$/i.test(value),
            { rule: 'bad-image', fix: 'Put a photograph beside site.yaml, and write ./photo.jpg.' },
          ),
        ),
        alt: altText('photograph'),
      })
      .optional(),
  )
  .optional()
  .describe('A photograph of the author, shown as a square');
