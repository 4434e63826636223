import { formatApa } from '../bibliography/apa.ts';
import { formatCslJson } from '../bibliography/csl-json.ts';
import { formatBibtex, parseSources } from '../bibliography/export.ts';
import type { Reference } from '../bibliography/reference.ts';
import { formatRis } from '../bibliography/ris.ts';
import { mediaTypes, namedMediaTypes } from '../lib/media-types.ts';
import { formatNames, type ReferenceFormat } from '../lib/reference-formats.ts';

export type { ReferenceFormat };

/** The endings of the files in which a list of works can be taken away. */
export const referenceFormats = Object.keys(formatNames) as ReferenceFormat[];

/** What each format is called among media types. */
export const referenceTypes: Readonly<Record<ReferenceFormat, string>> = {
  bib: mediaTypes.bib,
  ris: mediaTypes.ris,
  json: namedMediaTypes['references.json'],
  txt: mediaTypes.txt,
};

/** Works as a file of `format`; in BibTeX byte for byte as they stand in `bibliography`, where their source is. */
export function formatReferences(
  format: ReferenceFormat,
  references: readonly Reference[],
  bibliography: string,
): string {
  if (format === 'bib') return formatBibtex(references, parseSources(bibliography));
  if (format === 'ris') return formatRis(references);
  if (format === 'txt') return references.map((work) => `${formatApa(work)}\n`).join('\n');
  return `${JSON.stringify(formatCslJson(references), null, 2)}\n`;
}
