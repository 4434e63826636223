import { z } from 'astro/zod';
import { interactiveFigures, type InteractiveFigureName } from '../figures/registry.ts';
import type { Parameters } from '../figures/shared/parameter.ts';
import type { FigureAttribute, FigureTag } from '../figures/shared/tag.ts';
import { longestName } from '../lib/slug.ts';
import { constrainedText, text, type Constraint } from './constraint.ts';
import { buildParameterFields, checkLimits } from './parameter.ts';

// The page uses the id verbatim, including any surrounding spaces.
const labelId = (prefix: string) =>
  z
    .string()
    .regex(new RegExp(`^${prefix}-[a-z\\d]+(-[a-z\\d]+)*$`))
    .max(longestName)
    .meta({
      description: `The id for references in the text, such as @${prefix}-loss: ${prefix}- and a name, at most ${longestName} letters in total`,
      rule: 'wrong-type',
      fix: `Begin the id with ${prefix}-, followed by lower-case letters, digits and hyphens.`,
    } satisfies Constraint & { description: string });

const image = (description: string) =>
  text(`${description}: a file beside the entry, such as ./loss.png`);

/** An attribute without a value. The pages of several figures fold those after the third by themselves. */
const folded = constrainedText(
  'Written without a value: the page shows the title of the figure, and the rest once it is opened',
  (value) => value === '',
  { rule: 'wrong-type', fix: 'Write folded alone, or remove the attribute.' },
);

/** The attributes of a figure's tag: its id, its data, how it is shown, and the initial values of its parameters. */
function buildFigureSchema({ description, parameters, attributes = {}, data }: FigureTag) {
  const src = data && text(`The ${data.name}: a file beside the entry, such as ${data.example}`);
  return z
    .strictObject({
      id: labelId('fig'),
      ...(src && { src }),
      ...Object.fromEntries(
        Object.entries(attributes).map(([name, attribute]) => [name, buildAttribute(attribute)]),
      ),
      folded: folded.optional(),
      ...buildParameterFields(parameters, 'tag'),
    })
    .superRefine(checkLimits(parameters, 'tag'))
    .describe(`${description}; words between its tags are added to its caption`);
}

function buildAttribute({ description, isRequired, options }: FigureAttribute) {
  const value = options === undefined ? text(description) : z.enum(options).describe(description);
  return isRequired ? value : value.optional();
}

/** The values in a link that sets the state of a figure with these parameters. */
export function buildStateSchema(parameters: Parameters): z.ZodType {
  return z
    .strictObject(buildParameterFields(parameters, 'link'))
    .superRefine(checkLimits(parameters, 'link'));
}

const figureSchemas = Object.fromEntries<z.ZodType>(
  Object.entries(interactiveFigures).map(([name, tag]) => [name, buildFigureSchema(tag)]),
) as Record<InteractiveFigureName, z.ZodType>;

/** The components that a body may contain, with their attributes. */
export const mdxComponents = {
  Figure: z
    .strictObject({
      id: labelId('fig').optional(),
      src: image('The picture'),
      dark: image('The picture for the dark theme').optional(),
      alt: text('A description of the picture in words'),
    })
    .describe('A picture with a caption between its tags; numbered if it has an id'),
  Table: z
    .strictObject({
      id: labelId('tbl').optional(),
      caption: text('The caption above the table'),
    })
    .describe('A Markdown table between its tags, with a caption; numbered if it has an id'),
  Aside: z
    .strictObject({ title: text('A heading of a few words').optional() })
    .describe('A remark beside the argument'),
  ...figureSchemas,
};

export type MdxComponentName = keyof typeof mdxComponents;
