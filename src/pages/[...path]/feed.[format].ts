import type { APIRoute, GetStaticPaths } from 'astro';
import { formatAtom } from '../../metadata/atom.ts';
import { buildFeeds, type Feed } from '../../metadata/feed.ts';
import { formatJsonFeed } from '../../metadata/json-feed.ts';
import { loadWritten, renderBodies } from '../../model/source.ts';

const formats = { xml: formatAtom, json: formatJsonFeed };

/** The feeds of the site, its threads and its tags; none while the site has no address. */
export const getStaticPaths = (async () => {
  const { SITE, BASE_URL } = import.meta.env;
  const written = await loadWritten();
  if (written.site.frame.feed === undefined) return [];
  const feeds = buildFeeds(written.site, await renderBodies(), SITE);
  return feeds.flatMap((feed) => {
    const path = decodeURI(feed.path.slice(BASE_URL.length)).replace(/\/?feed$/, '') || undefined;
    return Object.keys(formats).map((format) => ({ params: { path, format }, props: { feed } }));
  });
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ feed: Feed }> = ({ params, props }) =>
  new Response(formats[params.format as keyof typeof formats](props.feed));
