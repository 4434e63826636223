import { elements } from '../../lib/markup.ts';
import { isMisspelling, nearest } from '../../lib/nearest.ts';
import { mdxComponents } from '../../schema/mdx-component.ts';
import { readAttribute } from './attributes.ts';
import {
  findAround,
  readSource,
  readWords,
  type Body,
  type BodyFault,
  type BodyNode,
  type Correction,
} from './node.ts';

type Advice = Pick<BodyFault, 'found' | 'expected' | 'nearest' | 'fix' | 'corrections'>;

/** The advice for an element of HTML, by its name. */
const fixes: Readonly<Record<string, string>> = {
  ...name(
    'div p center font section article main header footer big tt',
    'Remove the tags, and keep what is between them.',
  ),
  ...name(
    'script style link meta form button input svg',
    'Remove it. The site defines how things look and work.',
  ),
  ...name('ul ol li menu', 'Write each item of the list as a line that begins with “- ” or “1. ”.'),
  ...name(
    'table thead tbody tr td th',
    'Write each row as | a | b |, and | --- | --- | below the first.',
  ),
  ...name('blockquote', 'Begin each line of the quotation with “> ”.'),
  ...name('pre', 'Write a line ``` above and below the code.'),
  ...name(
    'figure figcaption picture',
    'Write <Figure src="./name.png" alt="…">, the caption, and </Figure>.',
  ),
  ...name('strike', 'Write ~~words~~.'),
  ...name(
    'aside',
    'Write <Aside> and </Aside> on lines of their own, with empty lines around the words.',
  ),
};

function name(names: string, fix: string): Record<string, string> {
  return Object.fromEntries(names.split(' ').map((one) => [one, fix]));
}

/** Returns the advice for an element that the site does not take. */
export function adviseOnElement(node: BodyNode, body: Body): Advice {
  const element = node.name ?? '';
  const markdown = writeMarkdown(node);
  if (markdown !== undefined) {
    const { isSure, ...advice } = markdown;
    const source = readSource(node, body);
    const [line = ''] = source.split('\n', 1);
    return {
      found: line,
      ...advice,
      ...(isSure && { corrections: [{ old: source, new: advice.nearest }] }),
      fix: `Write ${advice.nearest}.`,
    };
  }
  if (Object.hasOwn(mdxComponents, element))
    return {
      found: `<${element}>`,
      expected: 'a component on lines of its own',
      fix: `Write <${element} …>, the words and </${element}> on a line each, with empty lines around the words.`,
    };
  const names = [...Object.keys(mdxComponents), ...elements];
  const near = Object.hasOwn(fixes, element) ? undefined : nearest(element, names);
  const isSure = near !== undefined && isMisspelling(element, near, names);
  return {
    found: `<${element}>`,
    expected:
      'Markdown, a component such as <Figure>, <Table>, <Aside> or <Plot> on its own lines, or a simple tag such as <sub>, <sup>, <kbd>, <abbr> or <details>',
    ...(near !== undefined && { nearest: near }),
    ...(isSure && { corrections: renameTag(node, near, body) }),
    fix:
      (Object.hasOwn(fixes, element) ? fixes[element] : undefined) ??
      'Write Markdown such as [words](https://…), ![a description](./name.png) or ## Heading, or \\< for a literal <.',
  };
}

/** Renames the opening tag of an element and the closing one. */
function renameTag(node: BodyNode, name: string, body: Body): Correction[] {
  const source = readSource(node, body);
  const start = node.position?.start.offset ?? 0;
  const old = node.name ?? '';
  const closing = source.endsWith('/>') ? [] : [source.lastIndexOf(`</${old}`) + 2];
  return [1, ...closing].map((at) => ({ offset: start + at, old, new: name }));
}

/** Writes the address of a file beside the entry with ./ before it. */
export function writeAddress(path: string): string {
  return /^(?:\w+:|\.{0,2}\/)/.test(path) ? path : `./${path}`;
}

/** Writes an element as Markdown. It is sure if nothing of the element is lost. */
function writeMarkdown(
  node: BodyNode,
): { expected: string; nearest: string; isSure: boolean } | undefined {
  const read = (attribute: string) => readAttribute(node, attribute) ?? '';
  const words = readWords(node).trim();
  const element = node.name ?? '';
  const isPlain = node.children?.every(({ type }) => type === 'text') ?? true;
  if (element === 'img' && read('src') !== '')
    return {
      expected: 'an image of Markdown; the site sets its size',
      nearest: `![${read('alt') || 'a description'}](${writeAddress(read('src'))})`,
      isSure: read('alt') !== '',
    };
  if (element === 'a' && read('href') !== '')
    return {
      expected: 'a link of Markdown, without other attributes',
      nearest: `[${words || 'words'}](${read('href')})`,
      isSure: isPlain && words !== '',
    };
  const source = read('src') || read('data');
  if (/^(iframe|embed|object)$/.test(element) && source !== '') {
    const isOutside = /^(?:https?:)?\/\//.test(source);
    return {
      expected: isOutside
        ? 'a link; pages load nothing from other sites'
        : 'a link to the file beside the entry',
      nearest: `[${read('title') || (isOutside ? 'The talk' : 'The file')}](${writeAddress(source)})`,
      isSure: read('title') !== '',
    };
  }
  const [, level] = /^h([1-6])$/.exec(element) ?? [];
  if (level !== undefined)
    return {
      expected: 'a heading of Markdown',
      nearest: `${'#'.repeat(Math.max(Number(level), 2))} ${words}`,
      isSure: isPlain && words !== '' && node.type === 'mdxJsxFlowElement',
    };
  return undefined;
}

/** Elements that are told with the one around them. */
const wholes: Readonly<Record<string, RegExp>> = {
  table: /^(?:thead|tbody|tfoot|tr|t[dh]|caption|col|colgroup)$/,
  ul: /^li$/,
  ol: /^li$/,
  menu: /^li$/,
  figure: /^figcaption$/,
  picture: /^source$/,
};

/** Whether a part of a text is in the code of an element, which is told as a whole. */
export function isElementCode(node: BodyNode, { parents }: Body): boolean {
  for (let around = parents.get(node); around !== undefined; around = parents.get(around))
    if (/^(?:style|script)$/.test(around.name ?? '')) return true;
  return false;
}

/** Whether an element has its meaning in another one, which has a report of its own. */
export function isPartOfOther(node: BodyNode, body: Body): boolean {
  const types = ['mdxJsxFlowElement', 'mdxJsxTextElement'];
  for (
    let around = findAround(node, types, body);
    around !== undefined;
    around = findAround(around, types, body)
  )
    if (wholes[around.name ?? '']?.test(node.name ?? '') === true) return true;
  return false;
}
