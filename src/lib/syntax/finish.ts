import type { ProseNode } from './nodes.ts';

/** The kinds of parts, as words before a reference that tells its kind. */
const kindBefore =
  /(?:\b(?:Equations?|Eqs?\.|Eqns?\.|Figures?|Figs?\.|Tables?|Tabs?\.|Sections?|Secs?\.)|§)\s*$/iu;

/** Turns the nodes that stand for marks of LaTeX and HTML into those of Markdown. */
export function finishProse(tree: ProseNode): undefined {
  const notes: ProseNode[] = [];
  finishChildren(tree, notes);
  tree.children?.push(...notes);
}

function finishChildren(node: ProseNode, notes: ProseNode[]): void {
  const path = [node];
  for (let next = path.pop(); next !== undefined; next = path.pop()) {
    if (next.children === undefined) continue;
    next.children = next.children.flatMap((child, index, all) =>
      finishNode(child, all[index - 1], all[index + 1], notes),
    );
    path.push(...next.children);
    if (next.type === 'root') path.push(...notes);
  }
}

function finishNode(
  node: ProseNode,
  before: ProseNode | undefined,
  after: ProseNode | undefined,
  notes: ProseNode[],
): ProseNode[] {
  const { type, children = [] } = node;
  // The end of a last line ends nothing.
  if (type === 'break' && after === undefined) return [];
  if (type === 'proseText') node.type = 'text';
  if (type === 'inlineMath') dropBackticks(node);
  if (type === 'proseQuotation') return [buildMark('“'), ...children, buildMark('”')];
  if (type === 'proseReference') {
    node.type = 'text';
    if (before?.type === 'text') dropKind(before, after);
  }
  if (type === 'proseFootnote') return [buildFootnote(node, notes)];
  const name = /^mdxJsx(?:Flow|Text)Element$/.test(type) ? node.name : undefined;
  const texts = readTexts(node);
  if (name === 'a' && texts?.href !== undefined && isOnly(texts, ['href', 'title']))
    return wrap(node, { type: 'link', url: texts.href, title: texts.title, children });
  if (name === 'img' && texts?.src !== undefined && isOnly(texts, ['src', 'alt', 'title']))
    return wrap(node, { type: 'image', url: texts.src, alt: texts.alt ?? '', title: texts.title });
  return [node];
}

/** GitHub has backticks within the dollar signs of a formula: $`x`$. */
function dropBackticks(node: ProseNode): void {
  const [, tex] = /^`([^`]+)`$/.exec(node.value ?? '') ?? [];
  if (tex === undefined) return;
  node.value = tex;
  const { data } = node as { data?: { hChildren?: { value?: string }[] } };
  for (const child of data?.hChildren ?? []) child.value = tex;
}

/** Removes the kind before a reference, and the brackets around it: `Equation (\ref{eq:loss})`. */
function dropKind(before: ProseNode, after: ProseNode | undefined): void {
  const isBracketed = before.value?.endsWith('(') && after?.value?.startsWith(')');
  const words = before.value ?? '';
  const rest = isBracketed ? words.slice(0, -1) : words;
  if (isBracketed && after) after.value = after.value?.slice(1) ?? '';
  before.value = rest.replace(kindBefore, '');
}

function buildMark(value: string): ProseNode {
  return { type: 'text', value, data: { isRead: true } };
}

function buildFootnote(node: ProseNode, notes: ProseNode[]): ProseNode {
  const { children = [], position } = node;
  const label = `tex-${notes.length + 1}`;
  const place = position && { position };
  notes.push({
    type: 'footnoteDefinition',
    identifier: label,
    label,
    children: [{ type: 'paragraph', children, ...place }],
    ...place,
  });
  return { type: 'footnoteReference', identifier: label, label, ...place };
}

/** Returns the attributes of a tag by name, or undefined if one is code. */
function readTexts({ attributes = [] }: ProseNode): Record<string, string> | undefined {
  const pairs = attributes.map(({ name = '', value }) => [name, value] as const);
  const texts = pairs.filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  return texts.length < pairs.length ? undefined : Object.fromEntries(texts);
}

const isOnly = (texts: Record<string, string>, names: string[]) =>
  Object.keys(texts).every((name) => names.includes(name));

/** Puts a node in place of another one. One between blocks gets a paragraph. */
function wrap({ type, position }: ProseNode, made: ProseNode): ProseNode[] {
  const node = { ...made, ...(position && { position }) };
  if (type !== 'mdxJsxFlowElement') return [node];
  return [{ type: 'paragraph', children: [node], ...(position && { position }) }];
}
