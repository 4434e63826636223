import { z } from 'astro/zod';
import { kindForms } from '../../kinds/forms.ts';
import { kindNames, kinds, type KindName } from '../../kinds/registry.ts';
import { address, cslItem, link, slug, text, type ResearchEntry } from './fields.ts';

type Folder = (typeof kinds)[KindName]['folder'];

/** The lists of entries by the folder of their kind. */
const entryLists = Object.fromEntries(
  kindNames.map((kind) => [kinds[kind].folder, z.array(kindForms[kind].dataSchema)]),
) as Record<Folder, z.ZodArray<z.ZodType<ResearchEntry>>>;

const relation = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('part-of'),
      from: slug('An entry'),
      to: slug('An entry that it is a part of'),
    }),
    z.strictObject({
      kind: z.literal('accompanies'),
      from: slug('An output'),
      to: slug('A paper that it belongs to'),
    }),
    z.strictObject({
      kind: z.literal('related'),
      from: slug('An entry'),
      to: slug('An entry of its kind with which it shares a part or a whole'),
    }),
    z.strictObject({
      kind: z.literal('tagged'),
      from: slug('An entry'),
      to: text('The id of a tag that it carries'),
    }),
    z.strictObject({
      kind: z.literal('cites'),
      from: slug('An entry'),
      to: text('The id of a reference'),
      number: z.int().positive().describe('The number of the reference on the page of the entry'),
      places: z
        .array(address('A place that cites it'))
        .describe('Every place that cites it; none where it is listed only'),
    }),
  ])
  .meta({ id: 'Relation' });

/** All published data of the site. Its types and its JSON Schema derive from this. */
export const research = z
  .strictObject({
    $schema: address('The schema of this file'),
    site: z.strictObject({
      title: text('Its title'),
      description: text('What it is about'),
      language: text('The language of its texts, as BCP 47 has it'),
      page: address('Its first page'),
      author: text('Who writes it').exactOptional(),
      contacts: z.array(link).describe('Where the author can be found or written to'),
      license: text('The licence of its texts and figures, as SPDX has it').exactOptional(),
    }),
    ...entryLists,
    tags: z.array(
      z.strictObject({
        id: text('What stands for it in addresses'),
        label: text('As it is printed'),
        page: address('The page of what carries it'),
      }),
    ),
    references: z.array(cslItem).describe('The works that entries cite or list'),
    relations: z.array(relation),
  })
  .describe('The entries of a site, the works that they cite, and the relations between them');

export type Research = z.infer<typeof research>;

export type Relation = Research['relations'][number];

/** All entries, with the name of the list that holds them. */
export function listResearchEntries(
  data: Pick<Research, Folder>,
): (ResearchEntry & { folder: Folder })[] {
  return kindNames.flatMap((kind) => {
    const { folder } = kinds[kind];
    return data[folder].map((entry) => ({ ...entry, folder }));
  });
}
