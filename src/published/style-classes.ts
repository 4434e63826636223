import { createHash } from 'node:crypto';
import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
import type { FinishedPage } from './page.ts';
import { listClasses } from './tree.ts';

/** A part of a text that is replaced. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** The range of a node in its page. */
interface Range {
  start: number;
  end: number;
}

/**
 * Moves the style attributes that KaTeX and Shiki write into classes, because the site's policy allows none, and the
 * alignment of cells, whose attribute HTML has no more. A class is named by its declarations, so that equal ones share one on every page.
 *
 * @returns the edits of the page's HTML, and the rules that its head must hold
 */
export function listStyleEdits({ html, tree }: Omit<FinishedPage, 'address'>): {
  edits: Edit[];
  rules: string;
} {
  const rules = new Map<string, string>();
  const edits: Edit[] = [];
  visit(tree, 'element', (element) => {
    const { align, style } = element.properties;
    const attribute = typeof align === 'string' ? 'align' : 'style';
    const text = attribute === 'align' ? `text-align:${String(align)}` : style;
    if (typeof text !== 'string') return;
    const declarations = text.replace(/;$/, '');
    const name = `s-${createHash('sha256').update(declarations).digest('hex').slice(0, 8)}`;
    rules.set(name, declarations);
    edits.push(...replaceAttribute(element, attribute, name, html));
  });
  return { edits, rules: [...rules].map(([name, style]) => `.${name}{${style}}`).join('') };
}

/** Removes an attribute, and adds a class to those of the element. */
function replaceAttribute(element: Element, name: string, added: string, html: string): Edit[] {
  const style = findAttribute(element, name);
  const classes = findAttribute(element, 'className');
  if (style === undefined) throw new Error(`The ${name} of <${element.tagName}> has no position.`);
  const attribute = `class="${[...listClasses(element), added].join(' ')}"`;
  if (classes === undefined) return [{ ...style, text: attribute }];
  // The blank before the attribute goes with it.
  const start = html[style.start - 1] === ' ' ? style.start - 1 : style.start;
  return [
    { ...classes, text: attribute },
    { start, end: style.end, text: '' },
  ];
}

/** Finds an attribute by the place that the parser notes in verbose mode. */
function findAttribute({ data }: Element, name: string): Range | undefined {
  const { properties = {} } = (data?.position ?? {}) as {
    properties?: Record<string, { start: { offset: number }; end: { offset: number } }>;
  };
  const place = properties[name];
  return place && { start: place.start.offset, end: place.end.offset };
}

/** A text with edits that do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let end = 0;
  const parts: string[] = [];
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    parts.push(text.slice(end, edit.start), edit.text);
    end = edit.end;
  }
  return parts.join('') + text.slice(end);
}
