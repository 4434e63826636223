import { z } from 'astro/zod';
import type { Parameters } from '../figures/shared/parameter.ts';
import { parameters as sharpOrSmooth } from '../figures/sharp-or-smooth/parameters.ts';
import { parameters as tokenMixing } from '../figures/token-mixing/parameters.ts';
import { parameters as lengthCost } from '../figures/length-cost/parameters.ts';
import { parameters as optimizerOrLookup } from '../figures/optimizer-or-lookup/parameters.ts';
import { parameters as oneLayerOneStep } from '../figures/one-layer-one-step/parameters.ts';
import { parameters as latencyAccuracy } from '../figures/latency-accuracy/parameters.ts';
import type { InteractiveFigureName } from '../lib/interactive-figures.ts';
import { longestName } from '../lib/slug.ts';
import { text, type Constraint } from './constraint.ts';
import { buildParameterFields, checkLimits } from './parameter.ts';

// An id comes into the page as it is written: blanks around it would be part of it.
const labelId = (prefix: string) =>
  z
    .string()
    .regex(new RegExp(`^${prefix}-[a-z\\d]+(-[a-z\\d]+)*$`))
    .max(longestName)
    .meta({
      description: `Its id, by which the text refers to it, as @${prefix}-loss: ${prefix}- and a name, ${longestName} letters at most`,
      rule: 'wrong-type',
      fix: `Begin the id with ${prefix}-, in small letters, digits and hyphens.`,
    } satisfies Constraint & { description: string });

const image = (description: string) =>
  text(`${description}: a file beside the entry, as ./loss.png`);

/** A figure that is computed: its id, and the values that its parameters have at first. */
const interactive = (parameters: Parameters, description: string, input: z.ZodRawShape = {}) =>
  z
    .strictObject({ id: labelId('fig'), ...input, ...buildParameterFields(parameters) })
    .superRefine(checkLimits(parameters))
    .describe(`${description}; words between its tags are added to its caption`);

const interactiveFigures = {
  OneLayerOneStep: interactive(
    oneLayerOneStep,
    'A layer of linear self-attention beside a step of gradient descent, on one task',
  ),
  OptimizerOrLookup: interactive(
    optimizerOrLookup,
    'The error of optimizers and of a lookup table, in distribution and under a shift',
  ),
  TokenMixing: interactive(
    tokenMixing,
    'The matrix by which an architecture mixes tokens, and the steps that do the same',
  ),
  LengthCost: interactive(
    lengthCost,
    'Operations and memory of the ways to mix tokens, by the length of the text',
  ),
  LatencyAccuracy: interactive(
    latencyAccuracy,
    'Latency and NDCG@10 of architectures, with their Pareto frontier, from a table of measurements',
    { src: text('The table of measurements: a file beside the entry, as ./latency.csv') },
  ),
  WhoSeesWhat: interactive(
    {},
    'The pipeline of the entry’s fields: what reaches each party, and what never does',
  ),
  SharpOrSmooth: interactive(
    sharpOrSmooth,
    'One family of models, whose abilities emerge or not, by the metric',
  ),
} satisfies Record<InteractiveFigureName, z.ZodType>;

/** What authors may use in a body beside Markdown, with the attributes that each takes. */
export const mdxComponents = {
  Figure: z
    .strictObject({
      id: labelId('fig').optional(),
      src: image('The picture'),
      dark: image('The picture for the dark theme').optional(),
      alt: text('What the picture shows, in words'),
    })
    .describe('A picture with a caption between its tags; with an id it is numbered'),
  Table: z
    .strictObject({
      id: labelId('tbl').optional(),
      caption: text('The caption above the table'),
    })
    .describe('A Markdown table between its tags, with a caption; with an id it is numbered'),
  Aside: z
    .strictObject({ title: text('A heading of a few words').optional() })
    .describe('A remark beside the argument'),
  ...interactiveFigures,
};

export type MdxComponentName = keyof typeof mdxComponents;
