import type { APIRoute } from 'astro';
import { formatResearch } from '../metadata/research/data.ts';
import { loadWritten } from '../model/source.ts';

export const GET: APIRoute = async ({ site }) => {
  return new Response(formatResearch(await loadWritten(), site?.origin));
};
