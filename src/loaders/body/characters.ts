import { findCharacterFaults, findOpenDirection } from '../character-faults.ts';
import { readSource, readWords, type Body, type BodyFault, type BodyNode } from './node.ts';

/** Blocks whose words are set in one direction. */
const blocks = ['paragraph', 'heading', 'tableCell'];

/** No character is hidden in the text, by its number or its name either, as `&#x202E;`. */
export function checkCharacters(node: BodyNode, body: Body): BodyFault[] {
  const source = readSource(node, body);
  const isText = (value: unknown) => typeof value === 'string';
  const attributes = (node.attributes ?? []).map(({ value }) => value).filter(isText);
  const texts = [node.value, node.alt, node.title, node.url].filter(isText).concat(attributes);
  const whole = blocks.includes(node.type) ? [readWords(node)] : [];
  const lines = node.type === 'code' ? (node.value ?? '').split('\n') : [];
  const found = [
    // One that stands there as it is has been reported with its file.
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
