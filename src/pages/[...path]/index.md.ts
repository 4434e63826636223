import type { APIRoute, GetStaticPaths } from 'astro';
import { buildTwins } from '../../metadata/twin/list.ts';
import { buildBibliography } from '../../model/bibliography.ts';
import { buildOverview } from '../../model/overview.ts';
import { loadUses, loadWritten, renderBodies } from '../../model/source.ts';

/** The Markdown twin of every page, beside it. */
export const getStaticPaths = (async () => {
  const { SITE, BASE_URL } = import.meta.env;
  const written = await loadWritten();
  const twins = buildTwins(
    written.site,
    {
      bodies: await renderBodies(),
      overview: buildOverview(written),
      works: buildBibliography(await loadUses()),
    },
    SITE,
  );
  return twins.map(({ page, text }) => ({
    params: { path: decodeURI(page.slice(BASE_URL.length)).replace(/\/$/, '') || undefined },
    props: { text },
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) => new Response(props.text);
