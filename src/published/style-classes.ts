import type { Element } from 'hast';
import type { FinishedPage } from './page.ts';
import { listClasses, visitElements } from './tree.ts';

/** A replacement of a part of a text. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** The offsets of a node in its page. */
interface Range {
  start: number;
  end: number;
}

/**
 * Moves the style attributes of KaTeX and Shiki into classes, because the site's policy forbids them. Does the same for
 * the `align` attribute of cells, which is obsolete. The classes of a page are numbered: a name that is a digest of its
 * declarations would cost 5 bytes more, and a page has a hundred.
 *
 * @returns the edits of the page's HTML, and the rules for its head
 */
export function listStyleEdits({ html, tree }: Omit<FinishedPage, 'address'>): {
  edits: Edit[];
  rules: string;
} {
  const names = new Map<string, string>();
  const edits: Edit[] = [];
  visitElements(tree, (element) => {
    const { align, style } = element.properties;
    const attribute = typeof align === 'string' ? 'align' : 'style';
    const text = attribute === 'align' ? `text-align:${String(align)}` : style;
    if (typeof text !== 'string') return;
    const declarations = text.replace(/;$/, '');
    const name = names.get(declarations) ?? `s-${names.size + 1}`;
    names.set(declarations, name);
    edits.push(...replaceAttribute(element, attribute, name, html));
  });
  return { edits, rules: [...names].map(([style, name]) => `.${name}{${style}}`).join('') };
}

/** Replaces an attribute by a class. */
function replaceAttribute(element: Element, name: string, added: string, html: string): Edit[] {
  const style = findAttribute(element, name);
  const classes = findAttribute(element, 'className');
  if (style === undefined) throw new Error(`The ${name} of <${element.tagName}> has no position.`);
  const attribute = `class="${[...listClasses(element), added].join(' ')}"`;
  if (classes === undefined) return [{ ...style, text: attribute }];
  // Also removes the space before the attribute.
  const start = html[style.start - 1] === ' ' ? style.start - 1 : style.start;
  return [
    { ...classes, text: attribute },
    { start, end: style.end, text: '' },
  ];
}

/** Finds an attribute by the position that the parser records in verbose mode. */
function findAttribute({ data }: Element, name: string): Range | undefined {
  const { properties = {} } = (data?.position ?? {}) as {
    properties?: Record<string, { start: { offset: number }; end: { offset: number } }>;
  };
  const place = properties[name];
  return place && { start: place.start.offset, end: place.end.offset };
}

/** Applies edits that do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let end = 0;
  const parts: string[] = [];
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    parts.push(text.slice(end, edit.start), edit.text);
    end = edit.end;
  }
  return parts.join('') + text.slice(end);
}
