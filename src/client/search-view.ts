import type { SearchResult, SearchResults } from './search-engine.ts';
import { format, words } from './words.ts';
import { cutExcerpt, markWords, type ExcerptPiece } from './search-marks.ts';

/** Creates an element. Strings become text nodes, never HTML. */
export function buildElement<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

export function buildOption({ record, terms }: SearchResult, index: number): HTMLAnchorElement {
  const { kind, title, address, context, text } = record;
  const span = (name: string, ...children: (Node | string)[]) =>
    buildElement('span', { class: `search-${name}` }, ...children);
  // Its words may run in the other direction than those of the dialog.
  const isolate = (name: string, ...children: (Node | string)[]) =>
    span(name, buildElement('bdi', {}, ...children));
  return buildElement(
    'a',
    {
      href: address,
      role: 'option',
      id: `search-option-${index}`,
      'aria-selected': 'false',
      tabindex: '-1',
    },
    span('kind', kind),
    ' ',
    isolate('title', ...buildPieces(markWords(title, terms))),
    ' ',
    isolate('context', context),
    ' ',
    ...(text === '' ? [] : [isolate('text', ...buildPieces(cutExcerpt(text, terms)))]),
  );
}

/** The options under the names of their groups. */
export function buildGroups(results: readonly SearchResult[]): HTMLElement[] {
  const groups = Map.groupBy(results, ({ record: { kind } }) =>
    kind === words.reference
      ? words.referenceGroup
      : kind === words.tag
        ? words.tagGroup
        : words.onThisSite,
  );
  let index = 0;
  return Array.from(groups, ([name, members]) =>
    buildElement(
      'div',
      { role: 'group', 'aria-label': name },
      ...members.map((member) => buildOption(member, index++)),
    ),
  );
}

function buildPieces(pieces: readonly ExcerptPiece[]): (Node | string)[] {
  return pieces.map(({ text, isMatch }) => (isMatch ? buildElement('mark', {}, text) : text));
}

/** Describes the number of results in words. */
export function describe({ count, best, isExact }: SearchResults, query: string): string {
  if (count === 0) return format(words.nothing, { query });
  const all = format(words.found, { count });
  const results = isExact ? all : format(words.near, { query, results: all });
  return count > best.length ? format(words.best, { results, shown: best.length }) : results;
}
