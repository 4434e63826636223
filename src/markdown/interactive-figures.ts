import type { Node, Parent, Root } from 'mdast';
import {
  interactiveFigures,
  isInteractiveFigure,
  nameFolder,
  type InteractiveFigureName,
} from '../figures/registry.ts';

export interface Tag extends Parent {
  name: InteractiveFigureName;
  attributes: { type: string; name: string; value: unknown }[];
}

/**
 * Adds attributes to the tag of an interactive figure: its label, its title where the author gives none, the text of its data file, and `entry`,
 * which the page passes to the body.
 */
export function completeTag(tag: Tag, label: string, file: string | undefined): void {
  addAttribute(tag, 'label', label);
  if (!tag.attributes.some(({ name }) => name === 'title'))
    addAttribute(tag, 'title', interactiveFigures[tag.name].title);
  addAttribute(tag, 'entry', buildExpression('props.entry', member('props', 'entry')));
  if (file !== undefined)
    addAttribute(tag, 'data', buildExpression('data', identifier(nameData(file))));
}

export function addAttribute(tag: Tag, name: string, value: unknown): void {
  tag.attributes.push({ type: 'mdxJsxAttribute', name, value });
}

/** The most figures of a page that are open. */
const mostOpen = 3;

/** Returns a function that takes the tags of a page in their order, and folds those that would be open after the third. */
export function createFolder(): (tag: Tag) => void {
  let open = 0;
  return (tag) => {
    if (tag.attributes.some(({ name }) => name === 'folded')) return;
    if (open === mostOpen) addAttribute(tag, 'folded', null);
    else open += 1;
  };
}

/** Returns a node of any tree as the tag of an interactive figure, if it is one. */
export function asFigure(node: { type: string; name?: unknown }): Tag | undefined {
  const isFigure = typeof node.name === 'string' && isInteractiveFigure(node.name);
  return isFigure && node.type === 'mdxJsxFlowElement' ? (node as unknown as Tag) : undefined;
}

/** Returns the id of a figure, and its title with its number: “Figure 1: How tokens mix”. */
export function nameFigure({ attributes }: Tag): { id: string; title: string } {
  const read = (name: string) => String(attributes.find((one) => one.name === name)?.value);
  return { id: read('id'), title: `${read('label')}: ${read('title')}` };
}

/** Adds imports for the components and data files of tags. */
export function importFigures(tree: Root, names: Set<string>, files: Set<string>): void {
  const imports = [
    ...Array.from(names, (name) => buildImport(name, `#figures/${nameFolder(name)}/Figure.astro`)),
    ...Array.from(files, (file) => buildImport(nameData(file), `${file}?raw`)),
  ];
  tree.children.unshift(...(imports as unknown as Root['children']));
}

/** Names the variable with the text of a file. */
function nameData(file: string): string {
  return `data_${Buffer.from(file).toString('hex')}`;
}

const identifier = (name: string) => ({ type: 'Identifier', name });

const member = (object: string, property: string) => ({
  type: 'MemberExpression',
  object: identifier(object),
  property: identifier(property),
  computed: false,
  optional: false,
});

const program = (statement: object) => ({
  type: 'Program',
  sourceType: 'module',
  body: [statement],
  comments: [],
});

function buildExpression(value: string, expression: object) {
  const estree = program({ type: 'ExpressionStatement', expression });
  return { type: 'mdxJsxAttributeValueExpression', value, data: { estree } };
}

function buildImport(name: string, source: string): Node {
  const estree = program({
    type: 'ImportDeclaration',
    specifiers: [{ type: 'ImportDefaultSpecifier', local: identifier(name) }],
    source: { type: 'Literal', value: source, raw: JSON.stringify(source) },
    attributes: [],
  });
  return { type: 'mdxjsEsm', value: '', data: { estree } } as unknown as Node;
}
