import { isAlias, isMap, isScalar, isSeq, YAMLSeq, type Node, type Scalar } from 'yaml';
import { splitPeople } from '../bibliography/people-text.ts';
import { findField, type FieldSchema } from './field-schema.ts';
import { isNameList } from './value-forms.ts';

/** YAML 1.1 had these words for true and false, and many still write them. */
const words: Record<string, boolean> = { yes: true, on: true, no: false, off: false };

/**
 * Reads the values of a node as the types that their fields have, where a value has one such
 * reading: the title 1984 as text, one tag as a list of one. Returns the node that then stands
 * there. All other values stay as they are, for the check of the schema.
 */
export function readValues(node: Node | null, field: FieldSchema | undefined): Node | null {
  if (node === null || field === undefined || isAlias(node)) return node;
  if (field.type === 'array' && !isSeq(node)) return readItem(node, field);
  if (isMap<Node, Node | null>(node)) {
    for (const pair of node.items)
      if (isScalar(pair.key))
        pair.value = readValues(pair.value, findField(field, [String(pair.key.value)]));
  } else if (isSeq<Node>(node)) {
    node.items = node.items.map((item) => readValues(item, field.items) ?? item);
  } else if (isScalar(node)) readScalar(node, field);
  return node;
}

/** Reads a value that stands where a list is expected as its only item. */
function readItem(node: Node, field: FieldSchema): Node {
  // Without brackets, “a, b” may be one item or two.
  const isText =
    isScalar(node) && node.value !== null && /^[^,;]*[^,;\s][^,;]*$/.test(node.source ?? '');
  const isOne =
    field.items?.properties === undefined
      ? isText
      : isMap(node) || (isText && isNameList(field) && isOneName(String(node.value)));
  if (!isOne) return node;
  const list = new YAMLSeq<Node>();
  list.items = [readValues(node, field.items) ?? node];
  if (node.range) list.range = node.range;
  return list;
}

function isOneName(text: string): boolean {
  const { names, andOthers, isSure } = splitPeople(text);
  return names.length === 1 && !andOthers && isSure;
}

function readScalar(node: Scalar, { type }: FieldSchema): void {
  const { value, source = '' } = node;
  if (type === 'string' && (typeof value === 'number' || typeof value === 'boolean'))
    node.value = source;
  else if (typeof value !== 'string') return;
  else if (type === 'string') node.value = value.replaceAll('\r\n', '\n');
  else if (type === 'integer' && /^[1-9]\d{0,8}$/.test(value.trim())) node.value = Number(value);
  else if (type === 'boolean')
    node.value =
      words[value.toLowerCase()] ?? (/^(true|false)$/i.test(value) ? /t/i.test(value) : value);
}
