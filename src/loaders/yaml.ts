import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import type { Fault } from '../lib/fault.ts';
import { formatExcerpt, type Locate, type Path } from './source.ts';

export interface YamlSource {
  /** The plain value; meaningless when there are faults. */
  data: unknown;
  locate: Locate;
  faults: Fault[];
}

/** The node that stands for the last step of `path`: the key for a mapping, the item for a list. */
function findNode(document: Document, path: Path): Node | undefined {
  let place: Node | undefined;
  let node: unknown = document.contents;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
      if (pair === undefined) break;
      place = pair.key as Node;
      node = pair.value;
    } else if (isSeq(node) && typeof step === 'number' && step in node.items) {
      node = node.items[step];
      place = node as Node;
    } else break;
  }
  return place;
}

/**
 * Reads `yaml`, which begins at line `firstLine` of `file`, whose whole text is `text`.
 * Every syntax error becomes a fault of its own.
 */
export function parseYaml(yaml: string, file: string, text = yaml, firstLine = 1): YamlSource {
  const lineCounter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter });

  const placeAt = (offset: number) => {
    const { line, col } = lineCounter.linePos(offset);
    const lineInFile = line + firstLine - 1;
    return { file, line: lineInFile, column: col, found: formatExcerpt(text, lineInFile) };
  };

  const faults = document.errors.map((error): Fault => ({
    rule: 'malformed-yaml',
    ...placeAt(error.pos[0]),
    expected: `YAML that can be read; the reader says: ${(error.message.split(/ at line|\n/)[0] ?? '').trim()}`,
    mend: 'Indent with spaces, give each field once, and quote text that holds “: ” or begins with one of @ ` % & * ! | > [ {.',
  }));

  return {
    data: faults.length === 0 ? document.toJS() : undefined,
    locate: (path) => placeAt(findNode(document, path)?.range?.[0] ?? 0),
    faults,
  };
}
