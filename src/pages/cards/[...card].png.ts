import type { APIRoute, GetStaticPaths } from 'astro';
import type { CachePlace } from '../../cache/file-cache.ts';
import type { Card } from '../../metadata/card/card.ts';
import { renderCard } from '../../metadata/card/image.ts';
import { listCards } from '../../metadata/card/list.ts';
import { loadSite } from '../../model/source.ts';

export const getStaticPaths = (async () =>
  listCards(await loadSite()).map(({ name, card }) => ({
    params: { card: name },
    props: { card },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ card: Card }> = async ({ props }) =>
  new Response(await renderCard(props.card, import.meta.env.CACHE as CachePlace | undefined), {
    headers: { 'content-type': 'image/png' },
  });
