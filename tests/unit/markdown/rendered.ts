import { parseBibliography } from '../../../src/bibliography/parse.ts';
import { buildReference } from '../../../src/bibliography/reference.ts';
import type { EntryTarget } from '../../../src/lib/body-facts.ts';
import { renderBody } from '../../support/render.ts';

const bibliography = `
@article{one, author = {Doe, Jane}, title = {First}, journal = {J}, year = 2001}
@article{two, author = {Roe, R. and von Ott, Ida}, title = {Second}, journal = {K}, year = 2002}
@article{three, author = {A, B and C, D and E, F}, title = {Third}, journal = {L}, year = 2003}`;
const { entries } = parseBibliography(bibliography, 'references.bib');
export const references = new Map(entries.map((entry) => [entry.key, buildReference(entry)]));

const entryTargets = new Map<string, EntryTarget>([
  [
    'titan',
    {
      title: 'Titan’s “Loss” – B',
      address: '/papers/titan/',
      labels: [
        { key: 'fig-loss', id: 'fig-loss', kind: 'figure', text: '2' },
        { key: 'sec-one-layer', id: 'one-layer', text: 'One layer' },
      ],
    },
  ],
]);

const linkedFile = {
  file: 'content/papers/a b.pdf',
  name: 'a b.pdf',
  path: '/papers/titan/a b.pdf',
  size: 1_234_567,
  fragment: '#page=2',
};

const film = { file: 'x', name: 'talk.mp4', path: '/papers/titan/talk.mp4', size: 9_000_000 };
const captions = { file: 'x', name: 'talk.vtt', path: '/papers/titan/talk.vtt', size: 90 };
const linkedFiles: Record<string, typeof linkedFile | undefined> = {
  './a%20b.pdf#page=2': linkedFile,
  './talk.mp4': { ...film, ...{ fragment: '', width: 640, height: 360, captions } },
};

/** Returns the HTML of a body below `fields`, and the facts for its page. */
export async function render(body: string, fields = {}, language = 'en') {
  return await renderBody(body, {
    base: '/portfolio/',
    readFields: () => fields,
    references: () => references,
    macros: () => ({ E: '\\mathbb{E}', '\\norm': '\\lVert #1 \\rVert' }),
    findFile: (_, address) => linkedFiles[address],
    language: () => language,
    findEntry: (slug) => entryTargets.get(slug),
  });
}

export const textOf = (html: string) => html.replace(/<[^>]+>/g, '');
