import type { APIRoute, GetStaticPaths } from 'astro';
import { findTextPath } from '../../kinds/registry.ts';
import {
  formatReferences,
  referenceFormats,
  type ReferenceFormat,
} from '../../metadata/reference-export.ts';
import { loadBibliography, loadWritten } from '../../model/source.ts';

/**
 * The works that the page of an entry or a free page cites or lists, and the entry itself as a work to be cited, if it
 * has an author.
 */
export const getStaticPaths = (async () => {
  const { entries, freePages, translations } = await loadWritten();
  const source = await loadBibliography();
  const pages = [...freePages, ...translations].map(({ page, text }) => ({ of: page, text }));
  const texts = [...entries.map(({ entry, text }) => ({ of: entry, text })), ...pages];
  const own = texts.flatMap(({ of }) => {
    if (of.kind === 'page' || !of.citation.hasAuthor) return [];
    const { work, bibtex } = of.citation;
    return [{ of, file: 'citation', works: [work], source: bibtex }];
  });
  const cited = texts.map(({ of, text: { works } }) => ({ of, file: 'references', works, source }));
  return [...own, ...cited]
    .filter(({ works }) => works.length > 0)
    .flatMap(({ of, file, ...props }) =>
      referenceFormats.map((format) => ({
        params: { page: findTextPath(of.kind, of.slug).slice(1, -1), file, format },
        props,
      })),
    );
}) satisfies GetStaticPaths;

export const GET: APIRoute<Awaited<ReturnType<typeof getStaticPaths>>[number]['props']> = ({
  params,
  props: { works, source },
}) => new Response(formatReferences(params.format as ReferenceFormat, works, source));
