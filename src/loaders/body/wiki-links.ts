import { adviseOnWiki } from '../wiki-advice.ts';
import { readSource, type Body, type BodyFault, type BodyNode } from './node.ts';

const mark = /(?<!\\)!?\[\[(?:https?:\/\/|www\.|mailto:)[^[\]\n]*(?:\]\[[^[\]\n]*)?\]\]/g;

/** Whether a link is an address in the brackets of a wiki. Such a link may have no place of its own. */
export function isInBrackets(link: BodyNode, { parents, text }: Body): boolean {
  const start = link.position?.start.offset;
  if (start !== undefined && text.slice(Math.max(start - 2, 0), start) !== '[[') return false;
  const siblings = parents.get(link)?.children ?? [];
  const at = siblings.indexOf(link);
  if (start === undefined && siblings[at - 1]?.value?.endsWith('[[') !== true) return false;
  return siblings.slice(at).some(({ url, value }) => (url ?? value)?.includes(']]'));
}

/** Reports the links of a wiki to other sites. Their addresses are links already, with the marks around them as text. */
export function checkWikiLinks(node: BodyNode, body: Body): BodyFault[] {
  const { children = [], position } = node;
  if (!children.some((child) => child.type === 'link' && isInBrackets(child, body))) return [];
  const isInPart = (at: number) =>
    children.some(
      (one) =>
        one.type !== 'text' &&
        one.position &&
        one.position.start.offset <= at &&
        at < one.position.end.offset,
    );
  const start = position?.start.offset ?? 0;
  return Array.from(readSource(node, body).matchAll(mark), ({ 0: words, index }) => ({
    words,
    offset: start + index,
  }))
    .filter(({ offset }) => !isInPart(offset))
    .map(({ words, offset }) => {
      const { right, ...advice } = adviseOnWiki(words);
      return {
        rule: 'stray-markup',
        found: words,
        offset,
        ...advice,
        ...(right !== undefined && { corrections: [{ offset, old: words, new: right }] }),
      };
    });
}
