import type { APIRoute } from 'astro';
import { formatCitationFile } from '../metadata/citation-file.ts';
import { loadSite } from '../model/source.ts';

/** The format requires authors, so a site without an author has no such file. */
export const GET: APIRoute = async ({ site }) => {
  const file = formatCitationFile(await loadSite(), site?.origin);
  return new Response(file ?? null, { status: file === undefined ? 404 : 200 });
};
