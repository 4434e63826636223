import type { APIRoute, GetStaticPaths } from 'astro';
import { formatHeaders, listLinkedPages } from '../metadata/headers.ts';
import { loadWritten } from '../model/source.ts';

/** To Astro a file that begins with an underscore is no page, so that it is a parameter here. */
export const getStaticPaths = (() => [{ params: { underscore: '_' } }]) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ site }) => {
  const written = await loadWritten();
  const { home } = written.site.frame;
  return new Response(formatHeaders(home, listLinkedPages(written, site?.origin)));
};
