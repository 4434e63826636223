import type { APIRoute, GetStaticPaths } from 'astro';
import {
  formatReferences,
  referenceFormats,
  type ReferenceFormat,
} from '../metadata/reference-export.ts';
import { listWorks } from '../model/bibliography.ts';
import { loadBibliography, loadSite, loadUses } from '../model/source.ts';

export const getStaticPaths = (async () => {
  const { indexes } = await loadSite();
  const formats = indexes.references ? referenceFormats : [];
  return formats.map((format) => ({ params: { format } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const format = params.format as ReferenceFormat;
  const works = listWorks(await loadUses());
  return new Response(formatReferences(format, works, await loadBibliography()));
};
