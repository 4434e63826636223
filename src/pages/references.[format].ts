import type { APIRoute, GetStaticPaths } from 'astro';
import {
  formatReferences,
  referenceFormats,
  type ReferenceFormat,
} from '../metadata/reference-export.ts';
import { listWorks } from '../model/bibliography.ts';
import { loadBibliography, loadUses } from '../model/source.ts';

export const getStaticPaths = (() =>
  referenceFormats.map((format) => ({ params: { format } }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const format = params.format as ReferenceFormat;
  const works = listWorks(await loadUses());
  return new Response(formatReferences(format, works, await loadBibliography()));
};
