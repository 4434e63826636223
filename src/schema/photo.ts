import { z } from 'astro/zod';
import { isFileAddress } from '../lib/attachment.ts';
import { readPhotoAddress } from '../lib/photo.ts';
import { constrainedText } from './constraint.ts';

const picture = /\.(?:png|jpe?g|gif|webp|avif|tiff?|svg|heic)$/i;

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
        alt: constrainedText(
          'A description of it, for those who cannot see it',
          (value) => value !== '' && !picture.test(value),
          { rule: 'missing-alt-text', fix: 'Say in a few words what the photograph shows.' },
        ),
      })
      .optional(),
  )
  .optional()
  .describe('A photograph of the author, shown as a square');
