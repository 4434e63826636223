import type { APIRoute } from 'astro';
import { formatSitemap } from '../metadata/sitemap.ts';
import { loadSite } from '../model/source.ts';

/** A sitemap holds whole addresses: while the site has none, there is no such file. */
export const GET: APIRoute = async ({ site }) => {
  if (site === undefined) return new Response(null, { status: 404 });
  const { pages } = await loadSite();
  return new Response(formatSitemap(pages, site.origin));
};
