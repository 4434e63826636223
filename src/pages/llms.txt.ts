import type { APIRoute } from 'astro';
import { formatLlms } from '../metadata/llms.ts';
import { loadSite } from '../model/source.ts';

export const GET: APIRoute = async ({ site }) =>
  new Response(formatLlms(await loadSite(), site?.origin));
