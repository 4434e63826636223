import type { Element } from 'xast';
import { toXml } from 'xast-util-to-xml';

/** Characters that XML forbids even when escaped. */
const unwritable = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** Formats a tree as an XML file with a line for each child of the root. */
export function formatXml({ children, ...root }: Element): string {
  const lines = children.flatMap((child) => [{ type: 'text', value: '\n' } as const, child]);
  const tree = { ...root, children: [...lines, { type: 'text', value: '\n' } as const] };
  return finishXml(toXml(tree, { closeEmptyElements: true }));
}

/** Formats a root element as an XML file, without the characters that XML forbids. */
export function finishXml(xml: string): string {
  // `]]>` must not occur in text, but the serializer does not escape it.
  const text = xml.replace(unwritable, '').replaceAll(']]>', ']]&gt;');
  return `<?xml version="1.0" encoding="utf-8"?>\n${text}\n`;
}
