import type { APIRoute } from 'astro';
import { buildResearchSchema } from '../metadata/research/data.ts';
import { loadSite } from '../model/source.ts';

export const GET: APIRoute = async ({ site }) => {
  const { frame } = await loadSite();
  const schema = buildResearchSchema(frame.home, site?.origin);
  return new Response(`${JSON.stringify(schema, null, 2)}\n`);
};
