import GithubSlugger from 'github-slugger';

/** What stands beside the $$ that opens an equation, so that the text can refer to it: `{#eq-loss}`. */
export const equationId = /^\{#(eq-[a-z\d]+(?:-[a-z\d]+)*)\}$/;

/** Keys that begin so stand for a part of the page (`@eq-loss`), not for a work. */
export const labelKey = /^(eq|fig|tbl|sec)-/;

/** Ids that the page around a body has already. */
const pageIds =
  'main question approach phases architectures analyses abstract papers threads history cite references'.split(
    ' ',
  );

/** Makes the ids of a body's headings, in their order; none is one that the page has. */
export function createSlugger(): GithubSlugger {
  const slugger = new GithubSlugger();
  for (const id of pageIds) slugger.slug(id);
  return slugger;
}
