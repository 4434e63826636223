import { z } from 'astro/zod';
import { findDoi, formatAddress } from '../../bibliography/identifiers.ts';
import { constrainedText } from '../../schema/constraint.ts';

/** A DOI, read in any form that a bibliography can have. */
export const doi = (description: string) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? (findDoi(value.trim()) ?? value) : value),
    constrainedText(
      `${description}, such as 10.5281/zenodo.1234567`,
      (value) => findDoi(value) === value,
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
  return formatAddress(doi, '', '');
}
