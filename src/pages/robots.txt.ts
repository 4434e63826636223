import type { APIRoute } from 'astro';
import { formatRobots } from '../metadata/sitemap.ts';
import { loadSite } from '../model/source.ts';

export const GET: APIRoute = async ({ site }) => {
  const { frame } = await loadSite();
  return new Response(formatRobots(site && new URL(`${frame.home}sitemap.xml`, site).href));
};
