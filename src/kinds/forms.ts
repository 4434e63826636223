import type { z } from 'astro/zod';
import type { Reference } from '../bibliography/reference.ts';
import type { Card } from '../metadata/card/card.ts';
import type { HeadTag } from '../metadata/head.ts';
import type { CitationFacts } from '../metadata/citation-facts.ts';
import type { ResearchEntry } from '../metadata/research/fields.ts';
import type { EntryLeaf, PageProperties } from '../metadata/structured-data/entry.ts';
import type { DescribedPage } from '../metadata/subject.ts';
import type { EntryView } from '../model/entry.ts';
import type { Frame } from '../model/site.ts';
import type { Facts, Resolve } from '../metadata/front-matter.ts';
import { listPaperCitationFacts } from './paper/citation-file.ts';
import { buildPaperCard } from './paper/card.ts';
import { buildPaperData, paperData } from './paper/data.ts';
import { listPaperFacts } from './paper/front-matter.ts';
import { listHighwire } from './paper/highwire.ts';
import { describeArticle } from './paper/structured-data.ts';
import { listOutputCitationFacts } from './output/citation-file.ts';
import { buildOutputCard } from './output/card.ts';
import { buildOutputData, outputData } from './output/data.ts';
import { listOutputFacts } from './output/front-matter.ts';
import { describeOutput } from './output/structured-data.ts';
import type { KindName } from './registry.ts';
import { buildThreadCard } from './thread/card.ts';
import { buildThreadData, threadData } from './thread/data.ts';
import { listThreadFacts } from './thread/front-matter.ts';
import { describeProject } from './thread/structured-data.ts';
import type { Views } from './views.ts';

/** The forms of an entry for machines. */
interface KindForms<View> {
  buildCard: (view: View, frame: Frame) => Card;
  /** The entry in schema.org's words, and the properties of its page. */
  describe: (
    view: View,
    works: readonly Reference[],
    page: DescribedPage,
  ) => [EntryLeaf, PageProperties];
  /** The front matter of its twin. */
  listFacts: (view: View, frame: Frame, resolve: Resolve) => Facts;
  /** The fields in research.json that other kinds do not have. `dataSchema` covers all fields. */
  buildData: (view: View, resolve: Resolve) => object;
  dataSchema: z.ZodType<ResearchEntry>;
  /** The tags for scholarly search. */
  listScholarly?: (view: View, works: readonly Reference[], page: URL | undefined) => HeadTag[];
  /** The facts in `CITATION.cff` that its citation does not have. */
  listCitationFacts?: (view: View) => CitationFacts;
}

export const kindForms: { [Kind in KindName]: KindForms<Views[Kind]> } = {
  thread: {
    buildCard: buildThreadCard,
    describe: describeProject,
    listFacts: listThreadFacts,
    buildData: buildThreadData,
    dataSchema: threadData,
  },
  paper: {
    buildCard: buildPaperCard,
    describe: describeArticle,
    listFacts: listPaperFacts,
    buildData: buildPaperData,
    dataSchema: paperData,
    listScholarly: listHighwire,
    listCitationFacts: listPaperCitationFacts,
  },
  output: {
    buildCard: buildOutputCard,
    describe: describeOutput,
    listFacts: listOutputFacts,
    buildData: buildOutputData,
    dataSchema: outputData,
    listCitationFacts: listOutputCitationFacts,
  },
};

/** The forms of an entry of any kind. */
export function findForms({ kind }: EntryView): KindForms<EntryView> {
  return kindForms[kind] as unknown as KindForms<EntryView>;
}
