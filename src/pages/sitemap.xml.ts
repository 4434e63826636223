import type { APIRoute } from 'astro';
import { formatSitemap } from '../metadata/sitemap.ts';
import { loadSite } from '../model/source.ts';

/** A sitemap requires absolute addresses, so a site without an address has none. */
export const GET: APIRoute = async ({ site }) => {
  if (site === undefined) return new Response(null, { status: 404 });
  const { pages, entries, freePages } = await loadSite();
  return new Response(formatSitemap(pages, [...entries, ...freePages], site.origin));
};
