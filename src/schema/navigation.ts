import { z } from 'astro/zod';
import { text } from './constraint.ts';
import { target } from './target.ts';

const item = z
  .strictObject({
    label: text('The text of the link'),
    page: text('A page of this site, such as /papers/').optional(),
    address: target('In place of “page”').optional(),
  })
  .superRefine(({ page, address }, { addIssue }) => {
    if ((page === undefined) !== (address === undefined)) return;
    addIssue({
      code: 'custom',
      path: page === undefined ? ['page'] : ['address'],
      params:
        page === undefined
          ? {
              rule: 'missing-field',
              expected:
                'page: A page of this site, such as /papers/; or address: an address elsewhere, or a file',
              fix: 'Add a line “page: …”.',
            }
          : {
              rule: 'wrong-type',
              expected: 'one target: “page” or “address”',
              fix: 'Remove one of the two.',
            },
    });
  })
  .describe('A link of the header, with a label and a page or an address');

/** The links of the header. */
export const navigation = z
  .array(item)
  .min(1)
  .optional()
  .describe(
    'The links of the header, in order, before the pages of `content/pages/` that are not among them; else those of the lists of the site',
  );

export type NavigationItem = z.infer<typeof item>;
