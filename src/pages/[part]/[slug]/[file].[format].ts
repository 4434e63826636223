import type { APIRoute, GetStaticPaths } from 'astro';
import { kinds } from '../../../kinds/registry.ts';
import {
  formatReferences,
  referenceFormats,
  type ReferenceFormat,
} from '../../../metadata/reference-export.ts';
import { loadBibliography, loadWritten } from '../../../model/source.ts';

/** The works that an entry's page cites or lists, and the entry itself as a work to be cited, if it has an author. */
export const getStaticPaths = (async () => {
  const { entries } = await loadWritten();
  const bibliography = await loadBibliography();
  return entries
    .map(({ entry, text }) => ({ part: kinds[entry.kind].path, entry, text }))
    .flatMap(({ part, entry: { slug, citation }, text }) => [
      {
        part,
        slug,
        file: 'citation',
        works: citation.hasAuthor ? [citation.work] : [],
        source: citation.bibtex,
      },
      { part, slug, file: 'references', works: text.works, source: bibliography },
    ])
    .filter(({ works }) => works.length > 0)
    .flatMap(({ works, source, ...params }) =>
      referenceFormats.map((format) => ({
        params: { ...params, format },
        props: { works, source },
      })),
    );
}) satisfies GetStaticPaths;

export const GET: APIRoute<Awaited<ReturnType<typeof getStaticPaths>>[number]['props']> = ({
  params,
  props: { works, source },
}) => new Response(formatReferences(params.format as ReferenceFormat, works, source));
