import type { Nodes } from 'mdast';
import { listNodes } from './markdown.ts';
import { listHeadings, readHeading, type Page } from './page.ts';
import type { TwinPair } from './twins.ts';

/** Compares the headings of a twin with its page, in order. */
export function checkHeadings({ page, tree }: TwinPair): string[] {
  const told = listNodes(tree, 'heading').map((node) => ({
    level: node.depth,
    words: readMarkdown(node),
  }));
  const shown = listShown(page);
  const index = shown.findIndex(({ level, words }, at) => {
    const twin = told[at];
    return twin?.level !== level || !isAlike(twin.words, words);
  });
  if (index >= 0)
    return [`Where the page has ${quote(shown[index])}, it has ${quote(told[index])}.`];
  return told.slice(shown.length).map((extra) => `It has ${quote(extra)}, which the page lacks.`);
}

interface Heading {
  level: number;
  words: string;
}

function quote(heading: Heading | undefined): string {
  return heading ? `the heading “${heading.words}” of level ${heading.level}` : 'no more headings';
}

/** Returns the headings of a page, without those that are list items in its twin. */
function listShown(page: Page): Heading[] {
  return listHeadings(page)
    .filter((heading) => heading.closest('main') !== null)
    .filter((heading) => heading.closest('.steps, .architectures, nav') === null)
    .map((heading) => ({
      level: Number(heading.tagName.slice(1)),
      words: readHeading(page, heading),
    }));
}

/** Returns the words of a Markdown node, with each formula as TeX. */
function readMarkdown(node: Nodes): string {
  if ('children' in node) return node.children.map(readMarkdown).join('');
  return 'value' in node ? node.value : '';
}

/**
 * Compares the letters up to the first bracket: brackets hold a number on the page, but a name or
 * an expanded abbreviation in the twin. Digits and signs may be footnote marks.
 */
function isAlike(twin: string, page: string): boolean {
  const [told, shown] = [readLetters(twin), readLetters(page)];
  return (
    told === shown ||
    (/[[(]/.test(page) && told.startsWith(shown)) ||
    (/[[(]/.test(twin) && shown.startsWith(told))
  );
}

function readLetters(text: string): string {
  return text
    .replace(/[[(].*/s, '')
    .normalize('NFKC')
    .replace(/[^\p{L}\p{M}]/gu, '');
}
