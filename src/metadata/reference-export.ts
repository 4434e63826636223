import { formatApa } from '../bibliography/apa.ts';
import { formatCslJson } from '../bibliography/csl-json.ts';
import { formatBibtex, parseSources } from '../bibliography/export.ts';
import type { Reference } from '../bibliography/reference.ts';
import { formatRis } from '../bibliography/ris.ts';
import { mediaTypes, namedMediaTypes } from '../lib/media-types.ts';
import { formatNames, type ReferenceFormat } from '../lib/reference-formats.ts';

export type { ReferenceFormat };

/** The file extensions of the formats that works can be exported to. */
export const referenceFormats = Object.keys(formatNames) as ReferenceFormat[];

/** The media types of the formats. */
export const referenceTypes: Readonly<Record<ReferenceFormat, string>> = {
  bib: mediaTypes.bib,
  ris: mediaTypes.ris,
  json: namedMediaTypes['references.json'],
  txt: mediaTypes.txt,
};

/** Formats works as a file of `format`. BibTeX entries are copied verbatim from `bibliography`. */
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
