import type { APIRoute, GetStaticPaths } from 'astro';
import { buildSearchIndex } from '../../metadata/search-index.ts';
import { buildSearchRecords } from '../../model/search-records.ts';
import { loadWritten } from '../../model/source.ts';

export const getStaticPaths = (async () => {
  const files = buildSearchIndex(buildSearchRecords(await loadWritten()));
  return Object.entries(files).map(([name, data]) => ({ params: { name }, props: { data } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ data: unknown }> = ({ props }) =>
  new Response(JSON.stringify(props.data));
