import { z } from 'astro/zod';
import { readPhotoAddress } from '../lib/photo.ts';
import { constrainedText, text } from './constraint.ts';

const file = /\.(?:png|jpe?g|gif|webp|avif|tiff?|svg|heic)$/i;

/** A picture beside the file that names it. The loader finds the faults of its address. */
export function pictureAddress(description: string) {
  return z.preprocess(
    (value) => (typeof value === 'string' ? readPhotoAddress(value) : value),
    text(description),
  );
}

/** The description of a picture, which is no name of a file. */
export function altText(shown: string) {
  return constrainedText(
    'A description of it, for those who cannot see it',
    (value) => value !== '' && !file.test(value),
    { rule: 'missing-alt-text', fix: `Say in a few words what the ${shown} shows.` },
  );
}
