import { basename } from 'node:path';
import { HtmlElement, TextNode, type DOMNode } from 'html-validate';
import { parseCitations } from '../bibliography/cite.ts';
import { formatFullName } from '../bibliography/names.ts';
import { parsePlainName } from '../bibliography/plain-name.ts';
import { parseMdx } from '../loaders/body/mdx.ts';
import type { BodyNode } from '../loaders/body/node.ts';
import { readEntryFile } from '../loaders/entry-file.ts';
import { listFiles } from '../loaders/files.ts';
import { listEntryFiles } from '../loaders/own-entries.ts';
import { textNames } from '../kinds/registry.ts';
import { removeGuards } from '../lib/escaped-at.ts';
import { parseInline, type Inline } from '../lib/inline.ts';
import { listTexts, proseFields, titleFields } from '../lib/prose-fields.ts';
import { pagePaths } from '../model/address.ts';
import { formatAmount, type Check, type Problem } from './check.ts';
import { decode } from './page.ts';

/** Fields of an entry that its page prints, in any order. */
const printedFields = [
  'title',
  'question',
  'approach',
  'abstract',
  'authors[]',
  'tags[]',
  'phases[].title',
  'phases[].summary',
  'architectures[].name',
  'architectures[].family',
  'grid.items[].name',
  'grid.items[].family',
  'grid.items[].text',
  'analyses[].title',
  'analyses[].summary',
  'history[].note',
  'links[].label',
];

/** Fields that are printed if the status of the paper requires a venue. */
const venueFields = ['venue.acronym', 'venue.name'];
const withVenue = ['submitted', 'accepted', 'published'];

/** Fields that are printed if the prose has the figure. */
const figureFields = [
  'pipeline.parties[]',
  'pipeline.stages[].title',
  'pipeline.stages[].items[].name',
];

/** Checks that the page of each entry, and each free page, has every sentence of its file, and the prose in order. */
export const text: Check = {
  claim: 'Every sentence of the content is on its page, and the prose is in order',
  run: ({ source, pages }) => {
    const files = listFiles(source);
    const problems: Problem[] = [];
    let sentences = 0;
    for (const kind of textNames)
      for (const file of listEntryFiles(source, kind, files)) {
        const place = pagePaths.entry(kind, basename(file, '.mdx'));
        const page = pages.find(({ path }) => path === place);
        const { source: fields, body = '' } = readEntryFile(source, file);
        const [status] = listTexts(fields?.data, 'status');
        const names = [
          ...printedFields,
          ...(withVenue.includes(status?.text ?? '') ? venueFields : []),
          ...(body.includes('<WhoSeesWhat') ? figureFields : []),
        ];
        const printed = names.flatMap((field) =>
          listTexts(fields?.data, field).flatMap(({ text }) =>
            (field === 'authors[]'
              ? [formatFullName(parsePlainName(text))]
              : marked.has(field)
                ? splitMarked(text)
                : [text]
            ).flatMap(splitSentences),
          ),
        );
        const { prose, notes } = listSentences(parseMdx(body).tree);
        const words = normalise(page?.root.querySelectorAll('main').map(readText).join(' ') ?? '');
        sentences += printed.length + prose.length + notes.length;
        const missing = [
          ...findMissing([...printed, ...notes], words, false),
          ...findMissing(prose, words, true),
        ];
        for (const sentence of missing)
          problems.push({
            place,
            message: `It lacks “${sentence}” of ${file}, or has it out of order.`,
          });
      }
    return { extent: formatAmount(sentences, 'sentence'), problems };
  },
};

/**
 * Removes typography: dashes become hyphens, quotes straight; spaces and invisible characters go.
 */
function normalise(text: string): string {
  return text
    .replace(/--+|[‐-―]/g, '-')
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replaceAll('…', '...')
    .replace(/[\s\u00ad\u200b\u2060-\u2069]+/g, '');
}

/** Returns the visible text of an element in document order. */
function readText(node: DOMNode): string {
  if (node instanceof TextNode) return decode(node.textContent);
  if (!(node instanceof HtmlElement) || node.matches('svg, .katex, .sr-only, .file, .film'))
    return '';
  return node.childNodes.map(readText).join('');
}

/** Fields with the language of prose. */
const marked = new Set<string>([...proseFields, ...titleFields]);

/** Splits a field at its formulas, which pages show in another form, and drops its marks. */
function splitMarked(text: string): string[] {
  const read = (inline: Inline): string => {
    if (typeof inline === 'string') return inline;
    if ('code' in inline) return inline.code;
    return 'tex' in inline ? '\n\n' : inline.content.map(read).join('');
  };
  return parseInline(text).map(read).join('').split('\n\n');
}

/** Splits prose into sentences, and at citations, where the page has a number or a name. */
function splitSentences(text: string): string[] {
  return parseCitations(text)
    .flatMap((piece) => (piece.kind === 'text' ? [piece.text] : []))
    .flatMap((part) => removeGuards(part.replaceAll('\\@', '@')).split(/(?<=[.?!])\s+/))
    .map((sentence) => sentence.replace(/\s+/g, ' ').trim())
    .filter((sentence) => normalise(sentence) !== '');
}

/** Nodes that a page shows in other words, or not at all. */
const opaque = new Set(['math', 'inlineMath', 'footnoteReference', 'definition', 'html']);

/**
 * Returns the sentences of a body in order. Those of footnotes are separate, since pages show them
 * in the margin.
 */
function listSentences(tree: BodyNode): { prose: string[]; notes: string[] } {
  const runs: { prose: string[]; notes: string[] } = { prose: [], notes: [] };
  let run = '';
  const end = (into: string[]) => {
    into.push(...splitSentences(run));
    run = '';
  };
  const walk = (node: BodyNode, into: string[]) => {
    if (node.type === 'text' || node.type === 'inlineCode') run += node.value ?? '';
    else if (node.type === 'break') run += ' ';
    else if (opaque.has(node.type)) end(into);
    else if (node.type === 'code') {
      end(into);
      into.push(node.value ?? '');
    } else if (/^(emphasis|strong|delete|link|linkReference)$/.test(node.type))
      node.children?.forEach((child) => walk(child, into));
    else {
      end(into);
      const inner = node.type === 'footnoteDefinition' ? runs.notes : into;
      node.children?.forEach((child) => walk(child, inner));
      end(inner);
    }
  };
  walk(tree, runs.prose);
  return runs;
}

/** Returns the sentences missing from `words`. If ordered, each must follow those before it. */
function findMissing(sentences: readonly string[], words: string, isOrdered: boolean): string[] {
  let position = 0;
  return sentences.filter((sentence) => {
    const plain = normalise(sentence);
    const found = words.indexOf(plain, isOrdered ? position : 0);
    if (found !== -1) position = found + plain.length;
    return found === -1;
  });
}
