import type { APIRoute, GetStaticPaths } from 'astro';
import {
  formatReferences,
  referenceFormats,
  type ReferenceFormat,
} from '../../../metadata/reference-export.ts';
import { bibliography, loadSite, loadText } from '../../../model/source.ts';

/** The works that an entry's page cites or lists, and the entry itself as a work to be cited. */
export const getStaticPaths = (async () => {
  const { threads, papers } = await loadSite();
  const entries = [
    ...threads.map((thread) => ({ ...thread, part: 'research', collection: 'threads' as const })),
    ...papers.map((paper) => ({ ...paper, part: 'papers', collection: 'papers' as const })),
  ];
  const files = await Promise.all(
    entries.map(async ({ part, collection, slug, citation }) => [
      { part, slug, file: 'citation', works: [citation.work], source: citation.bibtex },
      {
        ...{ part, slug, file: 'references', source: bibliography },
        works: (await loadText(collection, slug)).works,
      },
    ]),
  );
  return files
    .flat()
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
