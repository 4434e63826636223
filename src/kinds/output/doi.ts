import { z } from 'astro/zod';
import { constrainedText } from '../../schema/constraint.ts';

/** A DOI, read from its address as well. */
export const doi = (description: string) =>
  z.preprocess(
    (value) =>
      typeof value === 'string'
        ? value.trim().replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '')
        : value,
    constrainedText(
      `${description}, such as 10.5281/zenodo.1234567`,
      (value) => /^10\.\d{4,9}(?:\.\d+)*\/[^\s"<>\\]*[^\s"<>\\.,;]$/.test(value),
      { rule: 'bad-address', fix: 'Write the DOI: 10., digits, a slash and the rest.' },
    ),
  );

/** Archives by the beginnings of the DOIs that they give. */
const archives: readonly (readonly [string, string])[] = [
  ['10.5281/zenodo.', 'Zenodo'],
  ['10.6084/m9.figshare.', 'figshare'],
  ['10.17605/OSF.IO/', 'OSF'],
  ['10.5061/dryad.', 'Dryad'],
  ['10.7910/DVN/', 'Harvard Dataverse'],
  ['10.57967/hf/', 'Hugging Face'],
  ['10.24433/CO.', 'Code Ocean'],
];

/** The archive that gave a DOI, if it is a known one. */
export function findArchive(doi: string): string | undefined {
  const name = doi.toLowerCase();
  return archives.find(([start]) => name.startsWith(start.toLowerCase()))?.[1];
}

export function formatDoi(doi: string): string {
  return `https://doi.org/${doi}`;
}
