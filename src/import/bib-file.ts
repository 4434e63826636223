import { addOwnWorks, addReferences } from './bibliography.ts';
import type { Generator } from './generator.ts';

/** A single `.bib` file. */
export const bibFile: Generator = {
  name: 'BibTeX',
  detect: ({ files }) => files.length === 1 && /\.bib$/i.test(files[0] ?? ''),
  read: (draft, { isOwn }) => {
    const [file = ''] = draft.source.files;
    if (isOwn) addOwnWorks(draft, file);
    else addReferences(draft, file);
  },
};
