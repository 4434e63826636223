/** The facts of a type of output. */
interface OutputTypeFacts {
  /** Its name in forms for machines, which are in English. */
  label: string;
  /** The id of its part of a list. */
  part: string;
  /** Its type at schema.org. */
  schemaType: string;
  /** Its type in BibTeX, from which the other reference formats follow. */
  bibtex: string;
  /** The words for it in references, if those of the BibTeX type do not say it. */
  genre?: string;
  /** Whether it is given at an event; any other type is made public. */
  isGiven?: true;
}

/** The types of outputs, in the order of their lists. */
export const outputTypes = {
  software: {
    ...{ label: 'Software', part: 'software' },
    ...{ schemaType: 'SoftwareSourceCode', bibtex: 'software' },
  },
  dataset: {
    ...{ label: 'Dataset', part: 'datasets' },
    ...{ schemaType: 'Dataset', bibtex: 'dataset' },
  },
  model: {
    ...{ label: 'Model', part: 'models' },
    ...{ schemaType: 'SoftwareApplication', bibtex: 'software', genre: 'Model' },
  },
  talk: {
    ...{ label: 'Talk', part: 'talks' },
    ...{ schemaType: 'PresentationDigitalDocument', bibtex: 'misc', genre: 'Talk', isGiven: true },
  },
  poster: {
    ...{ label: 'Poster', part: 'posters' },
    ...{ schemaType: 'PresentationDigitalDocument', bibtex: 'misc', genre: 'Poster' },
    isGiven: true,
  },
} as const satisfies Record<string, OutputTypeFacts>;

export type OutputType = keyof typeof outputTypes;

export const outputTypeNames = Object.keys(outputTypes) as [OutputType, ...OutputType[]];

/** The facts of a type. */
export function findOutputType(type: OutputType): OutputTypeFacts {
  return outputTypes[type];
}
