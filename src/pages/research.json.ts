import type { APIRoute } from 'astro';
import { buildResearch } from '../metadata/research/data.ts';
import { loadWritten } from '../model/source.ts';

export const GET: APIRoute = async ({ site }) => {
  const data = buildResearch(await loadWritten(), site?.origin);
  return new Response(`${JSON.stringify(data, null, 2)}\n`);
};
