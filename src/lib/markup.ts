import { expandIdentifier, pageProtocols, parseAddress } from './address.ts';

/** The properties of an MDX node that these functions read. */
export interface MarkupNode {
  type: string;
  name?: string | null;
  url?: string;
  attributes?: { name?: string; value?: unknown }[];
  data?: { estree?: { body: unknown[] } | null };
}

/** The tags that an author may write, within a sentence or to fold a passage. */
export const elements =
  'abbr b br cite code dd del details dfn dl dt em hr i ins kbd mark q s samp small span strong sub summary sup time u var wbr'.split(
    ' ',
  );

/** Attributes of every tag, and additional ones of some tags. */
const common = ['title', 'lang', 'dir'];
const own: Record<string, string[]> = {
  del: ['cite', 'datetime'],
  details: ['open'],
  ins: ['cite', 'datetime'],
  q: ['cite'],
  time: ['datetime'],
};

export function listAttributes(element: string): string[] {
  return [...common, ...(own[element] ?? [])];
}

/** Whether a node is program code: an import, an export, or braces around more than a remark. */
export function isCode({ type, data }: MarkupNode): boolean {
  return (
    type === 'mdxjsEsm' ||
    (/^mdx(Flow|Text)Expression$/.test(type) && data?.estree?.body.length !== 0)
  );
}

/** Whether an attribute value is the address of a web page. */
export function isCitable(value: unknown): boolean {
  return typeof value === 'string' && parseAddress(value, pageProtocols) !== undefined;
}

/**
 * Returns the source of the forbidden part of a node: code, a tag or attribute that is not
 * allowed, or an address with an unsafe protocol.
 */
export function findForbidden(node: MarkupNode, components: readonly string[]): string | undefined {
  if (isCode(node)) return node.type === 'mdxjsEsm' ? 'import or export' : '{…}';
  const { type, url, attributes = [] } = node;
  if (url !== undefined) {
    const protocol = URL.parse(expandIdentifier(url))?.protocol;
    return protocol === undefined || /^(https?|mailto):$/.test(protocol) ? undefined : url;
  }
  if (!/^mdxJsx(Flow|Text)Element$/.test(type)) return undefined;
  const name = node.name ?? '';
  const isComponent = components.includes(name);
  if (!isComponent && !elements.includes(name)) return `<${name}>`;
  const takes = (attribute: string) =>
    isComponent ? /^[a-z]+$/i.test(attribute) : listAttributes(name).includes(attribute);
  const bad = attributes.find(
    ({ name: attribute = '', value }) =>
      !takes(attribute) ||
      (typeof value === 'object' && value !== null) ||
      (attribute === 'cite' && !isCitable(value)),
  );
  return bad && `<${name} ${bad.name ?? '{…}'}>`;
}
