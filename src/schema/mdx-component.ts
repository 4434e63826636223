import { z } from 'astro/zod';
import { constrainedText, text } from './constraint.ts';

const labelId = (prefix: string) =>
  constrainedText(
    `Its id, by which the text refers to it, as @${prefix}-loss: ${prefix}- and a name`,
    (value) => new RegExp(`^${prefix}-[a-z\\d]+(-[a-z\\d]+)*$`).test(value),
    {
      rule: 'wrong-type',
      mend: `Begin the id with ${prefix}-, in small letters, digits and hyphens.`,
    },
  );

const image = (description: string) =>
  text(`${description}: a file beside the entry, as ./loss.png`);

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
};

export type MdxComponentName = keyof typeof mdxComponents;
