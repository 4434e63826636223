import type { ElementContent } from 'hast';
import { toMdast } from 'hast-util-to-mdast';
import type { Break, Definition, Parents, Root, Text } from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item';
import { mathToMarkdown } from 'mdast-util-math';
import {
  defaultHandlers,
  toMarkdown,
  type Info,
  type Options,
  type State,
} from 'mdast-util-to-markdown';
import { buildHandlers } from './markdown-handlers.ts';
import type { PageWork } from './page.ts';
import { prepare } from './prepare.ts';

/** The targets of the links of a page. */
export interface Targets {
  works: readonly PageWork[];
  /** Returns an address of the page as it is written elsewhere. */
  resolve: (address: string) => string;
}

/** How a tree is written; `keys` are those of its definitions. */
function buildOptions(keys: readonly string[]): Options {
  return {
    bullet: '-',
    incrementListMarker: true,
    // Lines of hyphens are left to front matter.
    rule: '*',
    tightDefinitions: true,
    // An address or an @ in words is not escaped: where it is taken for a link, it is the right one.
    extensions: [
      gfmFootnoteToMarkdown(),
      gfmStrikethroughToMarkdown(),
      gfmTableToMarkdown({ tablePipeAlign: false }),
      gfmTaskListItemToMarkdown(),
      mathToMarkdown(),
    ],
    handlers: {
      text: (node: Text, parent: Parents | undefined, state: State, info: Info) =>
        unescapeWords(defaultHandlers.text(node, parent, state, info), keys),
      // Blanks, for a backslash would stand in the text of those who read it as it is.
      break: (node: Break, parent: Parents | undefined, state: State, info: Info) =>
        defaultHandlers.break(node, parent, state, info).replace('\\', '  '),
    },
  };
}

/**
 * HTML of a page as Markdown with tables, footnotes and TeX between dollar signs, in which nothing is left
 * of HTML. Words that cite link to the work itself, by its key.
 */
export function formatMarkdown(content: readonly ElementContent[], targets: Targets): string {
  const tree = toMdast(
    { type: 'root', children: content.flatMap((node) => prepare(node)) },
    { document: true, handlers: buildHandlers(targets), quotes: ['“”', '‘’'] },
  ) as Root;
  const definitions = listDefinitions(targets);
  return toMarkdown(
    { ...tree, children: [...tree.children, ...definitions] },
    buildOptions(definitions.map(({ identifier }) => identifier)),
  );
}

/** Each work leads to where it can be read, or else to the list of its page. */
function listDefinitions({ works, resolve }: Targets): Definition[] {
  return works.map(({ key, id, address }) => ({
    type: 'definition',
    identifier: key.toLowerCase(),
    label: key,
    url: address ?? resolve(`#${id}`),
  }));
}

/**
 * Takes away backslashes that Markdown can do without: before an underscore within a word, as in
 * `trec_eval`, and before brackets that are neither a link nor the key of a work.
 */
function unescapeWords(text: string, keys: readonly string[]): string {
  return text
    .replace(/(?<=[\p{L}\p{N}])\\_(?=[\p{L}\p{N}])/gu, '_')
    .replace(/(?<!!)\\\[([^\\[\]^]{2,})\](?=[^([:])/g, (bracket, words: string) => {
      return keys.includes(words.toLowerCase()) ? bracket : `[${words}]`;
    });
}
