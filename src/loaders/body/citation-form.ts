import { parseCitations } from '../../bibliography/cite.ts';
import { findMalformedCitations } from '../malformed-citations.ts';
import { findMarkedCitations } from '../marked-citations.ts';
import { formatExcerpt } from '../source.ts';
import { isInLink, readProse } from './citations.ts';
import { remember, type Body, type BodyFault, type BodyNode } from './node.ts';

/** The citations with marks in the sentence of a node. */
const listMarked = remember(({ text }: Body) =>
  remember((node: BodyNode) => findMarkedCitations(node.children ?? [], text)),
);

/** Reports malformed citations. */
export function checkCitations(node: BodyNode, body: Body): BodyFault[] {
  const marked = listMarked(body)(node).map(({ words, index, ...advice }): BodyFault => ({
    rule: 'stray-markup',
    found: formatExcerpt(words.replace(/\s+/g, ' ')),
    offset: index,
    ...advice,
  }));
  return [...marked, ...checkPlainCitations(node, body)];
}

function checkPlainCitations(node: BodyNode, body: Body): BodyFault[] {
  const { prose, locate } = readProse(node, body);
  if (!prose.includes('@')) return [];
  const parent = body.parents.get(node);
  const marked = parent === undefined ? [] : listMarked(body)(parent);
  const isTold = (at: number) =>
    marked.some(({ words, index }) => index <= at && at < index + words.length);
  const strays = isInLink(node, body)
    ? parseCitations(prose)
        .filter((piece) => piece.kind !== 'text')
        .map(({ text, at }) => ({ words: text, index: at, ...linked }))
    : findMalformedCitations(prose);
  const untold = strays.filter(({ index }) => !isTold(locate(index)));
  return untold.map(({ words, index, ...advice }) => ({
    rule: 'stray-markup',
    found: formatExcerpt(words.slice(0, 200).replace(/\s+/g, ' ')),
    offset: locate(index),
    ...advice,
  }));
}

const linked = {
  expected: 'plain words in the text of a link, which cannot contain another link',
  fix: 'Move the citation out of the link, or write \\@ for a literal @.',
};
