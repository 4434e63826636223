import type { Element } from 'hast';
import { defaultHandlers, type Handle, type State } from 'hast-util-to-mdast';
import type {
  Code,
  Image,
  Link,
  LinkReference,
  Paragraph,
  PhrasingContent,
  RootContent,
  Text,
} from 'mdast';
import type { Math } from 'mdast-util-math';
import { toString } from 'hast-util-to-string';
import type { Targets } from './markdown.ts';
import { nameCitation } from './page.ts';
import { formatScript } from '../lib/raised-signs.ts';
import { listClasses } from './tree.ts';

const text = (value: string): Text => ({ type: 'text', value });

/** The start of the id of a footnote. */
const footnote = /^#?user-content-fn-/;

/** Handlers for elements with a meaning beyond their tag name. */
export function buildHandlers({ works, resolve }: Targets): Record<string, Handle> {
  const findWork = (href: string) => works.find(({ id }) => href === `#${id}`);

  const a: Handle = (state, node) => {
    const href = String(node.properties.href);
    if ('dataFootnoteRef' in node.properties) return nameFootnote('footnoteReference', href);
    const children = state.all(node) as PhrasingContent[];
    const work = findWork(href);
    if (work) return buildWorkLink(work.key, children);
    // In the list of all works, each begins with its key, which is not a link.
    if ('dataKey' in node.properties) return [text('['), ...children, text(']')];
    // The Markdown keeps the name “Equation 1” without a link.
    if (listClasses(node).includes('xref') && href.startsWith('#')) return children;
    return { type: 'link', url: resolve(href), children } satisfies Link;
  };

  /** “[1, §3; 2]” → “(Doe, 2001, §3; Roe, 2002)”. */
  const span: Handle = (state, node) => {
    if (!listClasses(node).includes('cites')) return state.all(node);
    const links = node.children
      .filter((child) => child.type === 'element')
      .flatMap((link, index): PhrasingContent[] => {
        const { work, text: words } = nameCitation(link, works);
        if (work === undefined) return [text(words)];
        return [...(index > 0 ? [text('; ')] : []), buildWorkLink(work.key, [text(words)])];
      });
    return [text('('), ...links, text(')')];
  };

  const aside: Handle = (state, node) => {
    const { id } = node.properties;
    if (typeof id !== 'string' || !footnote.test(id))
      return { type: 'blockquote', children: state.toFlow(state.all(node)) };
    const note = node.children.filter(
      (child) => child.type !== 'element' || !listClasses(child).includes('note-number'),
    );
    const children = state.toFlow(state.all({ ...node, children: note }));
    return { ...nameFootnote('footnoteDefinition', id), children };
  };

  const img: Handle = (_, { properties: { src, alt } }) => {
    return {
      type: 'image',
      url: resolve(String(src)),
      alt: typeof alt === 'string' ? alt : '',
    } satisfies Image;
  };

  return { a, span, aside, img, math, pre, p, li, summary: buildStrong, abbr, sub, sup };
}

/** Links a work by its key. If the text is the key alone, it is not repeated. */
function buildWorkLink(key: string, children: PhrasingContent[]): LinkReference {
  const [only] = children;
  const isKey = children.length === 1 && only?.type === 'text' && only.value === key;
  const referenceType = isKey ? 'shortcut' : 'full';
  return {
    type: 'linkReference',
    identifier: key.toLowerCase(),
    label: key,
    referenceType,
    children,
  };
}

function nameFootnote<Type extends string>(type: Type, id: string) {
  const label = decodeURI(id.replace(footnote, ''));
  return { type, identifier: label.toLowerCase(), label };
}

const math: Handle = (state, { properties: { display, dataTex } }) => {
  const value = String(dataTex);
  if (display === 'block') return { type: 'math', value } satisfies Math;
  return { type: 'inlineMath', value: state.inTable ? spellBars(value) : value };
};

/** Replaces bars in TeX by commands: in a table a bar ends the cell, and parsers disagree on an escaped bar. */
function spellBars(tex: string): string {
  return tex.replace(/\\?\|(?=(\p{L})?)/gu, (bar, letter: string | undefined) => {
    return (bar === '|' ? '\\vert' : '\\Vert') + (letter === undefined ? '' : ' ');
  });
}

/** Keeps the language of code, and its marked lines in the author's notation: `{2,4-6}`. */
const pre: Handle = (_, node) => {
  const { dataLanguage } = node.properties;
  const isNamed = typeof dataLanguage === 'string' && dataLanguage !== 'plaintext';
  return {
    type: 'code',
    lang: isNamed ? dataLanguage : null,
    meta: isNamed ? formatMarks(listLines(node)) : null,
    value: toString(node).replace(/\n$/, ''),
  } satisfies Code;
};

function listLines(node: Element): Element[] {
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return listClasses(child).includes('line') ? [child] : listLines(child);
  });
}

function formatMarks(lines: readonly Element[]): string | null {
  const marked = lines.flatMap((line, index) =>
    listClasses(line).includes('marked') ? [index + 1] : [],
  );
  const ranges = marked.reduce<[number, number][]>((found, line) => {
    const last = found.at(-1);
    if (last?.[1] === line - 1) last[1] = line;
    else found.push([line, line]);
    return found;
  }, []);
  if (ranges.length === 0) return null;
  return `{${ranges.map(([first, last]) => (first === last ? first : `${first}-${last}`)).join()}}`;
}

const p: Handle = (state, node) => {
  if (listClasses(node).includes('aside-title')) return buildStrong(state, node);
  const children = state.all(node) as PhrasingContent[];
  return children.length > 0 ? ({ type: 'paragraph', children } satisfies Paragraph) : undefined;
};

function buildStrong(state: State, node: Element): Paragraph {
  const children = state.all(node) as PhrasingContent[];
  return { type: 'paragraph', children: [{ type: 'strong', children }] };
}

/** Keeps a list loose if its items contain paragraphs. */
const li: Handle = (state, node) => {
  const spread = node.children.some((child) => child.type === 'element' && child.tagName === 'p');
  return { ...defaultHandlers.li(state, node), spread };
};

const abbr: Handle = (state, node) => {
  const { title } = node.properties;
  return [...state.all(node), ...(typeof title === 'string' ? [text(` (${title})`)] : [])];
};

/** Converts superscripts and subscripts to Unicode characters, if there are any. */
function buildScript(state: State, node: Element, place: 'sub' | 'sup'): RootContent[] {
  const children = state.all(node);
  const isPlain = children.every(({ type }) => type === 'text');
  return isPlain ? [text(formatScript(toString(node), place))] : children;
}

const sub: Handle = (state, node) => buildScript(state, node, 'sub');
const sup: Handle = (state, node) => buildScript(state, node, 'sup');
