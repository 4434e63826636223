/**
 * A system as the items that pass through its stages, and the parties that see them. If an item
 * names a party in neither list, it is unknown whether that party sees it.
 */
export interface Pipeline {
  /** In display order, each once. */
  parties: string[];
  /** The parties that such systems have in general, and that nothing else names. */
  backgroundParties?: string[];
  /** The forms that the system can have. */
  variants?: PipelineVariants;
  /** From the first to the last. */
  stages: PipelineStage[];
}

/** Forms of one system, of which a reader sees one at a time. */
export interface PipelineVariants {
  /** The difference between them. */
  label: string;
  /** Their names, the initial one first. */
  options: string[];
}

export interface PipelineStage {
  title: string;
  summary?: string;
  items: PipelineItem[];
}

export interface PipelineItem {
  /** Unique in each variant of the pipeline. */
  name: string;
  /** The only variant in which there is this item. */
  variant?: string;
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
    ...(pipeline.backgroundParties && {
      backgroundParties: pipeline.backgroundParties.map(format),
    }),
    ...(pipeline.variants && {
      variants: {
        label: format(pipeline.variants.label),
        options: pipeline.variants.options.map(format),
      },
    }),
    stages: pipeline.stages.map(({ title, summary, items }) => ({
      title: format(title),
      ...(summary !== undefined && { summary: format(summary) }),
      items: items.map(({ name, variant, seenBy, hiddenFrom, basis, background }) => ({
        name: format(name),
        ...(variant !== undefined && { variant: format(variant) }),
        seenBy: seenBy.map(format),
        hiddenFrom: hiddenFrom.map(format),
        ...(basis !== undefined && { basis: format(basis) }),
        ...(background !== undefined && { background }),
      })),
    })),
  };
}
