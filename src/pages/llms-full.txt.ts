import type { APIRoute } from 'astro';
import { formatLlmsFull } from '../metadata/llms.ts';
import { buildEntryTwins } from '../metadata/twin/list.ts';
import { loadWritten, renderBodies } from '../model/source.ts';

export const GET: APIRoute = async ({ site }) => {
  const written = await loadWritten();
  const twins = buildEntryTwins(written.site, await renderBodies(), site?.origin);
  return new Response(formatLlmsFull(written.site, twins, site?.origin));
};
