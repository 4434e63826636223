import { Scalar, isScalar, visit, type Document } from 'yaml';
import type { YamlSlip } from './yaml-advice.ts';
import { hasStrayEscape } from './yaml-escapes.ts';

/** A mistake in the YAML, and its offset. */
export type Found = [slip: YamlSlip, offset: number];

/** Whether a value has no tag, or one for the type that it has. */
function isPlainTag(tag: string | undefined): boolean {
  return tag === undefined || /^tag:yaml\.org,2002:(str|int|float|bool|null|seq|map)$/.test(tag);
}

/** Finds YAML that is valid but never intended. */
export function findSilentSlips(document: Document.Parsed, yaml: string): Found[] {
  const found: Found[] = [];
  visit(document, {
    Node: (_, node) => {
      const start = node.range?.[0] ?? 0;
      if (('anchor' in node && node.anchor) || !isPlainTag(node.tag)) found.push(['MARK', start]);
      if (!isScalar(node)) return undefined;
      const [, end = 0, rest = end] = node.range ?? [];
      const source = yaml.slice(start, end);
      if (node.type === 'QUOTE_DOUBLE' && hasStrayEscape(source, String(node.value)))
        found.push(['ESCAPE', start]);
      // Items below a text, not below the name of their list, become part of the text.
      const item = (node.type === 'PLAIN' ? /\n[ \t]*(?=- )/ : /\n[ \t]*(?=- [a-z]\w*:\s)/i).exec(
        source,
      );
      if (item) found.push(['INDENTATION', start + item.index + item[0].length]);
      // A colour in place of a value is a comment, too.
      const isColour = source === '' && /^[ \t]*#[\da-f]{3,8}[ \t]*$/im.test(readLine(yaml, end));
      if (isColour || /^[ \t]+#[^\s#]/.test(yaml.slice(end, rest))) found.push(['COMMENT', start]);
      return undefined;
    },
    Alias: (_, node) => {
      found.push(['MARK', node.range?.[0] ?? 0]);
      return new Scalar(`*${node.source}`);
    },
  });
  return found;
}

/** The rest of the line at an offset. */
function readLine(yaml: string, start: number): string {
  const [line = ''] = yaml.slice(start).split('\n', 1);
  return line;
}
