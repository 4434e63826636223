import type { APIRoute, GetStaticPaths } from 'astro';
import {
  formatReferences,
  referenceFormats,
  type ReferenceFormat,
} from '../../../metadata/reference-export.ts';
import { bibliography, loadSite, loadText } from '../../../model/source.ts';

export const getStaticPaths = (async () => {
  const { threads } = await loadSite();
  return threads.flatMap(({ slug }) =>
    Object.keys(referenceFormats).map((format) => ({ params: { slug, format } })),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const { works } = await loadText('threads', params.slug ?? '');
  const format = params.format as ReferenceFormat;
  return new Response(formatReferences(format, works, bibliography));
};
