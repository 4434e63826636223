import type { BodyFault, BodyNode } from './node.ts';

/** An attribute of a tag, as the parser returns it. One without a name is a `{…}` expression. */
type Attribute = NonNullable<BodyNode['attributes']>[number];

const isCode = ({ name, value }: Attribute): boolean =>
  name === undefined || (typeof value === 'object' && value !== null);

/** Returns the source between the braces of a code value. */
function readCode({ value }: Attribute): string {
  return (value as { value: string }).value;
}

/**
 * Returns the text of a value, including a number or string literal in braces, or undefined for
 * other code.
 */
function readText(attribute: Attribute): string | undefined {
  if (attribute.name === undefined) return undefined;
  if (!isCode(attribute)) return typeof attribute.value === 'string' ? attribute.value : '';
  const [, number, , words] =
    /^(?:(-?[\d.]+)|(["'`])([^"'`\\$]*)\2)$/.exec(readCode(attribute).trim()) ?? [];
  return number ?? words;
}

/**
 * Returns the attributes of a tag by name. One without a value is the empty string; `unread` are
 * those that are code.
 */
export function readAttributes({ attributes = [] }: BodyNode): {
  texts: Record<string, string>;
  unread: string[];
} {
  const read = attributes.map((attribute) => [attribute.name, readText(attribute)] as const);
  return {
    texts: Object.fromEntries(
      read.filter((pair): pair is [string, string] => pair[1] !== undefined),
    ),
    unread: read.flatMap(([name, text]) => (text === undefined ? (name ?? []) : [])),
  };
}

/** Returns the text of one attribute, or undefined if it is absent or code. */
export function readAttribute(node: BodyNode, name: string): string | undefined {
  const { texts } = readAttributes(node);
  return Object.hasOwn(texts, name) ? texts[name] : undefined;
}

/** Formats an attribute as it is written, a spread as `{…}`. */
function quote(attribute: Attribute): string {
  const { name, value } = attribute;
  if (name === undefined) return '{…}';
  if (isCode(attribute)) return `${name}={${readCode(attribute)}}`;
  return typeof value === 'string' ? `${name}="${value}"` : name;
}

/** Tags run no code: attribute values are quoted strings. */
export function checkQuotes({ attributes = [] }: BodyNode): BodyFault[] {
  return attributes.filter(isCode).map((attribute) => {
    const text = readText(attribute);
    const name = attribute.name ?? 'name';
    // This one has no value, which JSX also writes as {true}.
    const isBare = name === 'folded';
    const right = isBare ? name : `${name}="${text ?? '…'}"`;
    return {
      rule: 'wrong-type',
      found: quote(attribute),
      expected: 'a value in quotation marks; braces contain program code',
      ...((isBare || text !== undefined) && {
        nearest: right,
        corrections: [{ old: quote(attribute), new: right }],
      }),
      fix: `Write ${right}.`,
    };
  });
}

/** With two attributes of one name, only one would count. */
export function checkRepeatedAttributes({ attributes = [] }: BodyNode): BodyFault[] {
  const known = new Map<string, Attribute>();
  return attributes.flatMap((attribute): BodyFault[] => {
    const { name } = attribute;
    const first = name === undefined ? undefined : known.get(name);
    if (first === undefined) {
      if (name !== undefined) known.set(name, attribute);
      return [];
    }
    return [
      {
        rule: 'duplicate-value',
        found: quote(attribute),
        expected: `each attribute only once; ${quote(first)} comes before it`,
        fix: 'Remove one of the two.',
      },
    ];
  });
}
