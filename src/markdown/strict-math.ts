import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { buildElement, readText } from './tree.ts';

/**
 * Turns rehype-katex's message about invalid TeX into a build error; rehype-katex itself only renders such TeX in red.
 * Makes MathML valid.
 */
export function rehypeStrictMath() {
  return (tree: Root, file: VFile) => {
    const message = file.messages.find(({ source }) => source === 'rehype-katex');
    if (message)
      file.fail(
        message.cause instanceof Error ? message.cause.message : message.reason,
        message.place,
      );
    visit(tree, 'element', (element) => {
      const { tagName, properties } = element;
      // The drawing of a formula, which has most of the elements of a page.
      if ([properties.className].flat().includes('katex-html')) return SKIP;
      if (tagName === 'math') numberRows(element);
      if (/^m(sub|sup|subsup)$/.test(tagName)) dropApplication(element);
      return undefined;
    });
  };
}

/** Drops the invisible sign that KaTeX adds to `\max` as a script: the element would have a child too many. */
function dropApplication(script: Element): void {
  script.children = script.children.filter((child) => readText(child) !== '\u2061');
}

/** Writes the numbers of rows into MathML, where KaTeX leaves their cells empty. */
function numberRows(math: Element): void {
  const cells: Element[] = [];
  let tex = '';
  visit(math, 'element', (element) => {
    if ([element.properties.className].flat().includes('mml-eqn-num')) cells.push(element);
    if (element.tagName === 'annotation') tex = readText(element);
  });
  const tags = Array.from(tex.matchAll(/\\tag(\*?)\s*\{([^{}]*)\}/g));
  for (const [index, [, star, words = '']] of tags.entries()) {
    const cell = cells[index];
    const text = star === '' ? `(${words})` : words;
    if (cell) cell.children = [buildElement('mtext', {}, text)];
  }
}
