import { renderFormula } from '../lib/formula.ts';
import { removeGuards } from '../lib/escaped-at.ts';
import { formatPlain, parseInline, type Inline, type InlineTag } from '../lib/inline.ts';
import type { TextPart } from './citing-text.ts';

/** Text in a tag or a link, or a formula as HTML. */
export type StyledPart =
  | { tag: InlineTag | 'code'; parts: TextPart[] }
  | { href: string; parts: TextPart[] }
  | { html: string };

/** A title or a name. */
export interface MarkedText {
  /** In plain characters, for everything but pages. */
  title: string;
  /** The words of the site with which the title begins. On pages they are outside of its language and direction. */
  opening?: string | undefined;
  /** As pages set it, without the opening; absent if it has no marks. */
  markup?: TextPart[] | undefined;
  /** Its language, if it is set. */
  language?: string | undefined;
}

/** Builds the part for a piece that is not plain text. `parts` are those of its content. */
export function setStyle(inline: Exclude<Inline, string>, parts: TextPart[]): StyledPart {
  if ('tex' in inline) return { html: renderFormula(inline.tex) };
  if ('code' in inline) return { tag: 'code', parts: [inline.code] };
  return 'href' in inline ? { href: inline.href, parts } : { tag: inline.tag, parts };
}

/** Formats a title or a name. `opening` comes before it. */
export function markTitle(text: string, opening = '', language?: string): MarkedText {
  const inlines = parseInline(text);
  const own = {
    title: opening + formatPlain(inlines),
    ...(opening !== '' && { opening }),
    ...(language !== undefined && { language }),
  };
  if (inlines.every((inline) => typeof inline === 'string')) return own;
  return { ...own, markup: setTitle(inlines) };
}

/** Formats the named fields of `texts`. */
export function markTitles<Name extends string>(
  texts: Record<Name, string>,
  names: readonly Name[],
): Record<Name, MarkedText> {
  return Object.fromEntries(names.map((name) => [name, markTitle(texts[name])])) as Record<
    Name,
    MarkedText
  >;
}

/** Gives the links to pages of the site their addresses. */
export function locateLinks(
  inlines: readonly Inline[],
  address: (path: string) => string,
): Inline[] {
  return inlines.map((inline) => {
    if (typeof inline === 'string' || !('content' in inline)) return inline;
    const content = locateLinks(inline.content, address);
    if ('tag' in inline) return { ...inline, content };
    const { href } = inline;
    return { href: href.startsWith('/') ? address(href) : href, content };
  });
}

/** Formats a text that can have links, and cites nothing. */
export function markText(inlines: readonly Inline[]): TextPart[] {
  return inlines.map((inline): TextPart => {
    if (typeof inline === 'string') return removeGuards(inline);
    return setStyle(inline, 'content' in inline ? markText(inline.content) : []);
  });
}

/** A title is a link itself, so that an address in it is text. */
function setTitle(inlines: readonly Inline[]): TextPart[] {
  return inlines.flatMap((inline): TextPart[] => {
    if (typeof inline === 'string') return [removeGuards(inline)];
    const parts = 'content' in inline ? setTitle(inline.content) : [];
    return 'href' in inline ? parts : [setStyle(inline, parts)];
  });
}
