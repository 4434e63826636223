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

/** The targets of links on a page. */
export interface Targets {
  works: readonly PageWork[];
  /** Turns an address on the page into one that works elsewhere. */
  resolve: (address: string) => string;
}

/** `keys` are the labels of the definitions. */
function buildOptions(keys: readonly string[]): Options {
  return {
    bullet: '-',
    incrementListMarker: true,
    // Hyphens would look like front matter.
    rule: '*',
    tightDefinitions: true,
    // Addresses and @ in text are not escaped: if a parser links them, the link is right.
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
      // Two spaces, because readers of the raw text would see a backslash.
      break: (node: Break, parent: Parents | undefined, state: State, info: Info) =>
        defaultHandlers.break(node, parent, state, info).replace('\\', '  '),
    },
  };
}

/**
 * Formats the HTML of a page as Markdown with tables, footnotes and TeX between dollar signs, without any HTML.
 * Citations link to the work itself, by its key.
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

/** A definition for each work, with its own address or its place in the list of the page. */
function listDefinitions({ works, resolve }: Targets): Definition[] {
  return works.map(({ key, id, address }) => ({
    type: 'definition',
    identifier: key.toLowerCase(),
    label: key,
    // A work of the author can have an address on this site alone.
    url: address?.startsWith('/') === false ? address : resolve(address ?? `#${id}`),
  }));
}

/**
 * Removes backslashes that Markdown does not need: before an underscore within a word, as in `trec_eval`, and before
 * brackets that are neither a link nor the key of a work.
 */
function unescapeWords(text: string, keys: readonly string[]): string {
  return text
    .replace(/(?<=[\p{L}\p{N}])\\_(?=[\p{L}\p{N}])/gu, '_')
    .replace(/(?<!!)\\\[([^\\[\]^]{2,})\](?=[^([:])/g, (bracket, words: string) => {
      return keys.includes(words.toLowerCase()) ? bracket : `[${words}]`;
    });
}
