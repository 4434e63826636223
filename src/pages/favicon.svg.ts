import type { APIRoute } from 'astro';
import { drawFavicon } from '../metadata/icon.ts';
import { palettes } from '../metadata/site-palette.ts';

export const GET: APIRoute = () => new Response(drawFavicon(palettes));
