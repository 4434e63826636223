import type { APIRoute, GetStaticPaths } from 'astro';
import { listFigureFiles } from '../../metadata/figure-files.ts';
import { drawingRules } from '../../metadata/site-drawing.ts';
import { palettes } from '../../metadata/site-palette.ts';
import { loadWritten, renderBodies } from '../../model/source.ts';

/** The figures that are computed, as pictures beside the pages that they stand on. */
export const getStaticPaths = (async () => {
  const { SITE, BASE_URL } = import.meta.env;
  const written = await loadWritten();
  const look = { rules: drawingRules, palettes };
  const files = listFigureFiles(written.site, await renderBodies(), look, SITE);
  return files.map(({ path, svg }) => {
    const [, folder, figure] = /^(.*)\/(.*)\.svg$/.exec(path.slice(BASE_URL.length)) ?? [];
    return { params: { path: decodeURI(folder ?? ''), figure }, props: { svg } };
  });
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ svg: string }> = ({ props }) => new Response(props.svg);
