import type { APIRoute } from 'astro';
import { buildManifest } from '../metadata/manifest.ts';
import { palettes } from '../metadata/site-palette.ts';
import { loadSite } from '../model/source.ts';

export const GET: APIRoute = async () => {
  const { frame } = await loadSite();
  return Response.json(buildManifest(frame, palettes.light));
};
