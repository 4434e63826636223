import { findCharacterFaults, findOpenDirection } from '../character-faults.ts';
import { readSource, readWords, type Body, type BodyFault, type BodyNode } from './node.ts';

/** Blocks whose text has one direction. */
const blocks = ['paragraph', 'heading', 'tableCell'];

/** Finds hidden characters, even as a reference such as `&#x202E;`. */
export function checkCharacters(node: BodyNode, body: Body): BodyFault[] {
  const source = readSource(node, body);
  const isText = (value: unknown) => typeof value === 'string';
  const attributes = (node.attributes ?? []).map(({ value }) => value).filter(isText);
  const texts = [node.value, node.alt, node.title, node.url].filter(isText).concat(attributes);
  const whole = blocks.includes(node.type) ? [readWords(node)] : [];
  const lines = node.type === 'code' ? (node.value ?? '').split('\n') : [];
  const found = [
    // A literal one has been reported with its file.
    ...texts.flatMap(findCharacterFaults).filter(({ character }) => !source.includes(character)),
    ...[...whole, ...lines, ...attributes].flatMap(findOpenDirection),
  ];
  return found.map(({ rule, character, expected, fix }) => ({
    rule,
    offset: (node.position?.start.offset ?? 0) + Math.max(source.indexOf(character), 0),
    expected,
    fix,
  }));
}
