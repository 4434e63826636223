import type { APIRoute, GetStaticPaths } from 'astro';
import { drawIcon, iconSizes } from '../metadata/icon.ts';
import { renderPng } from '../metadata/png-image.ts';
import { palettes } from '../metadata/site-palette.ts';

export const getStaticPaths = (() =>
  Object.values(iconSizes).map((size) => ({
    params: { size: String(size) },
    props: { size },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ size: number }> = async ({ props }) =>
  new Response(await renderPng(drawIcon(props.size, palettes.light)), {
    headers: { 'content-type': 'image/png' },
  });
