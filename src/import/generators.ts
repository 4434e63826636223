import { academicpages } from './academicpages.ts';
import { alFolio } from './al-folio.ts';
import { astroScholar } from './astro-scholar.ts';
import { bibFile } from './bib-file.ts';
import type { Generator } from './generator.ts';
import { hugoBlox } from './hugo-blox.ts';
import { quarto } from './quarto.ts';

/** The programs whose sites can be read. Of those that detect a folder, the first reads it. */
export const generators: readonly Generator[] = [
  bibFile,
  academicpages,
  alFolio,
  hugoBlox,
  astroScholar,
  quarto,
];
