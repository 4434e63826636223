import { isMap, isScalar, isSeq, type Document, type Node, type Pair, type YAMLMap } from 'yaml';
import type { Path } from './source.ts';

/** The pairs of each map by key. The first of a repeated key counts. */
const pairsOf = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();

function listPairs(map: YAMLMap): ReadonlyMap<string, Pair> {
  const pairs =
    pairsOf.get(map) ??
    new Map(
      map.items
        .toReversed()
        .flatMap((pair) => (isScalar(pair.key) ? [[String(pair.key.value), pair] as const] : [])),
    );
  pairsOf.set(map, pairs);
  return pairs;
}

/** Returns the node of the last step of `path` (key or item) and the node of its value. */
export function findNodes(document: Document.Parsed, path: Path) {
  let value = document.contents as Node | undefined;
  let place = value;
  for (const step of path) {
    if (isMap(value)) {
      const pair = listPairs(value).get(String(step)) as Pair<Node, Node | null> | undefined;
      if (pair === undefined) break;
      place = pair.key;
      value = pair.value ?? undefined;
    } else if (isSeq(value) && typeof step === 'number' && step in value.items) {
      value = value.items[step] as Node;
      place = value;
    } else break;
  }
  return { place, value };
}
