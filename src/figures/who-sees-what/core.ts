import type { Pipeline, PipelineItem } from '../../lib/pipeline.ts';

/** Whether an item reaches a party, never does, or whether nothing is said of that. */
export type Reach = 'seen' | 'hidden' | 'unsaid';

/** Whom an item reaches. */
export interface ItemReaches {
  /** The index of its stage, from 0. */
  stage: number;
  item: PipelineItem;
  /** One for each party, in the order of the parties. */
  reaches: Reach[];
}

/** The reach of every item of a pipeline, for all parties and for one. */
export interface Disclosure {
  party: string;
  /** The index of the party, from 0. */
  column: number;
  /** One for each item, in the order of the stages. */
  rows: ItemReaches[];
  /** The names of the items that reach the party, that never do, and of which nothing is said. */
  items: Record<Reach, string[]>;
}

/**
 * Whether an item reaches a party, as far as its lists say so: from a list that does not name a party,
 * nothing follows.
 *
 * @throws RangeError if the item says both
 */
export function findReach({ name, seenBy, hiddenFrom }: PipelineItem, party: string): Reach {
  const isSeen = seenBy.includes(party);
  const isHidden = hiddenFrom.includes(party);
  if (isSeen && isHidden) {
    throw new RangeError(`“${name}” cannot both reach ${party} and never reach it.`);
  }
  if (isSeen) return 'seen';
  return isHidden ? 'hidden' : 'unsaid';
}

/** The name of a party with an asterisk, if it is background. */
export function markParty(party: string, { backgroundParties = [] }: Pipeline): string {
  return backgroundParties.includes(party) ? `${party}*` : party;
}

/** The pipeline with an asterisk at the names of background items and parties. */
export function markBackground(pipeline: Pipeline): Pipeline {
  const mark = (party: string) => markParty(party, pipeline);
  return {
    ...pipeline,
    parties: pipeline.parties.map(mark),
    ...(pipeline.backgroundParties && {
      backgroundParties: pipeline.backgroundParties.map(mark),
    }),
    stages: pipeline.stages.map((stage) => ({
      ...stage,
      items: stage.items.map((item) => ({
        ...item,
        name: item.background ? `${item.name}*` : item.name,
        seenBy: item.seenBy.map(mark),
        hiddenFrom: item.hiddenFrom.map(mark),
      })),
    })),
  };
}

/** The pipeline with the items that there are in one variant of it; all of them if it has none. */
export function selectVariant(pipeline: Pipeline, variant: string | undefined): Pipeline {
  if (pipeline.variants === undefined) return pipeline;
  const isIn = (item: PipelineItem) => item.variant === undefined || item.variant === variant;
  return {
    ...pipeline,
    stages: pipeline.stages.map((stage) => ({ ...stage, items: stage.items.filter(isIn) })),
  };
}

/**
 * The items that reach a party of a pipeline, and those that reach the others.
 *
 * @throws RangeError if the pipeline has no such party, or an item contradicts itself
 */
export function discloseTo(party: string, { parties, stages }: Pipeline): Disclosure {
  const column = parties.indexOf(party);
  if (column === -1) {
    throw new RangeError(`The parties are ${parties.join(', ')}; “${party}” is none of them.`);
  }
  const rows = stages.flatMap(({ items }, stage) =>
    items.map((item) => ({
      stage,
      item,
      reaches: parties.map((one) => findReach(item, one)),
    })),
  );
  const list = (reach: Reach) =>
    rows.filter(({ reaches }) => reaches[column] === reach).map(({ item }) => item.name);
  return {
    party,
    column,
    rows,
    items: { seen: list('seen'), hidden: list('hidden'), unsaid: list('unsaid') },
  };
}

/**
 * The initial party: the one from which the most items are hidden, as the pipeline is built against it; of several
 * the first.
 *
 * @throws RangeError if there are no parties
 */
export function findCentralParty({ parties, stages }: Pipeline): string {
  const items = stages.flatMap((stage) => stage.items);
  const counts = parties.map(
    (party) => items.filter(({ hiddenFrom }) => hiddenFrom.includes(party)).length,
  );
  const party = parties[counts.indexOf(Math.max(...counts))];
  if (party === undefined) throw new RangeError('A pipeline has at least one party.');
  return party;
}
