/**
 * A system as the items that pass through its stages, and the parties that see them. If an item
 * names a party in neither list, it is unknown whether that party sees it.
 */
export interface Pipeline {
  /** In display order, each once. */
  parties: string[];
  /** From the first to the last. */
  stages: PipelineStage[];
}

export interface PipelineStage {
  title: string;
  summary?: string;
  items: PipelineItem[];
}

export interface PipelineItem {
  /** Unique in the pipeline. */
  name: string;
  /** The parties that see it. */
  seenBy: string[];
  /** The parties that never see it. */
  hiddenFrom: string[];
  /** The source of this statement. */
  basis?: string;
  /** Whether it is true of such systems in general, and not stated about this one. */
  background?: boolean;
}

/** Applies `format` to every text of a pipeline, including the names of parties. */
export function formatPipeline(pipeline: Pipeline, format: (text: string) => string): Pipeline {
  return {
    parties: pipeline.parties.map(format),
    stages: pipeline.stages.map(({ title, summary, items }) => ({
      title: format(title),
      ...(summary !== undefined && { summary: format(summary) }),
      items: items.map(({ name, seenBy, hiddenFrom, basis, background }) => ({
        name: format(name),
        seenBy: seenBy.map(format),
        hiddenFrom: hiddenFrom.map(format),
        ...(basis !== undefined && { basis: format(basis) }),
        ...(background !== undefined && { background }),
      })),
    })),
  };
}
