import type { APIRoute, GetStaticPaths } from 'astro';
import {
  formatReferences,
  referenceFormats,
  type ReferenceFormat,
} from '../metadata/reference-export.ts';
import { bibliography, loadUses } from '../model/source.ts';

export const getStaticPaths = (() =>
  referenceFormats.map((format) => ({ params: { format } }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const format = params.format as ReferenceFormat;
  const works = (await loadUses()).flatMap((use) => use.works);
  const unique = new Map(works.map((work) => [work.key, work]));
  return new Response(formatReferences(format, [...unique.values()], bibliography));
};
