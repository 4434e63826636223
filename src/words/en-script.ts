import type { Plural } from './format.ts';

/** The words of scripts in English, which every script has; a page of another language has its own as data. */
export const script = {
  /** The kinds of search results that have groups of their own, and the names of the groups. */
  reference: 'Reference',
  referenceGroup: 'References',
  tag: 'Tag',
  tagGroup: 'Tags',
  formula: 'Formula',
  fileFailed: 'Could not be made',
  computing: 'Computing …',
  notComputed: 'This could not be computed; the picture is the last that could be.',
  copy: 'Copy',
  copyTex: 'Copy TeX',
  otherFormulas: 'Arrow keys: other formulas',
  copied: 'Copied',
  notCopied: 'Could not copy',
  enlarge: 'Enlarge: {text}',
  close: 'Close',
  search: 'Search',
  searchSite: 'Search this site',
  searchHint: 'Words, formulas, authors',
  results: 'Results',
  allContents: 'All contents',
  notLoaded: 'The search could not be loaded. Are you online?',
  onThisSite: 'On this site',
  slash: 'Open with /',
  nothing: 'Nothing found for “{query}”.',
  found: { one: '{count} result', other: '{count} results' } as Plural,
  best: '{results}, the best {shown} shown',
  near: 'Nothing found for “{query}”, but {results} near it',
};

export type ScriptTexts = typeof script;
