import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { parse } from 'yaml';
import { findTextPath, textNames, texts } from '../../../src/kinds/registry.ts';
import type { Guest } from './together.ts';

/** Text that no good page shows, unless its author wrote it. */
const oddities: [pattern: RegExp, name: string][] = [
  [/\[object \w+\]/, '[object Object]'],
  [/\bundefined\b/, 'undefined'],
  [/\bNaN\b/, 'NaN'],
  [/\$\$/, '$$'],
  [/^\s*at .*\.(m?[jt]s|astro):\d+/m, 'a stack trace'],
  [/\bKaTeX parse error|ParseError:/, 'an error of KaTeX'],
];

/** Complains about the page of an entry in the site built below `root`. */
export function checkEntryPage(root: string, { entry = '', files }: Guest): string[] {
  const slug = basename(entry, '.mdx');
  const name = textNames.find((one) => entry.startsWith(`content/${texts[one].folder}/`));
  if (name === undefined) return [`“${entry}” is in no folder of texts`];
  const file = join(root, 'dist', findTextPath(name, slug), 'index.html');
  if (!existsSync(file)) return ['it has no page'];
  const source = files?.get(entry)?.toString('utf8') ?? '';
  return checkPage(readFileSync(file, 'utf8'), source);
}

/** Complains about the HTML of a page whose author wrote `source`. */
export function checkPage(html: string, source: string): string[] {
  const tree = fromHtml(html);
  const text = readText(tree);
  const title = readTitle(source);
  const headings = findAll(tree, 'h1').map((node) => readText(node));
  const isShown = headings.some((heading) => letters(heading).includes(letters(title)));
  return [
    ...oddities
      .filter(([pattern]) => pattern.test(text) && !pattern.test(source.replaceAll('\\', '')))
      .map(([, name]) => `its page shows ${name}`),
    ...(/class="[^"]*katex-error/.test(html) ? ['its page shows a formula in red'] : []),
    ...(findAll(tree, 'main').length === 1 ? [] : ['its page is not whole']),
    ...(isShown
      ? []
      : [`its page does not show the title “${title}” but “${headings.join('”, “')}”`]),
  ];
}

/** Reads the author's title without the site's own parser. */
function readTitle(source: string): string {
  const [, fields = ''] =
    /^\ufeff?---[^\n]*\n(.*?)^---/ms.exec(source.replaceAll(/\r\n?/g, '\n')) ?? [];
  try {
    const { title } = parse(fields) as { title: unknown };
    return String(title);
  } catch {
    return '';
  }
}

const letters = (text: string): string =>
  Array.from(text.normalize('NFC').matchAll(/[\p{L}\p{N}]+/gu), ([word]) => word).join('');

/** Returns the visible words, without code and the internals of formulas. */
function readText(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  const { tagName = '', properties = {} } = node.type === 'element' ? node : {};
  const isHidden = ['script', 'style', 'template', 'code', 'pre', 'annotation'].includes(tagName);
  if (isHidden || [properties.className].flat().includes('katex')) return '';
  return node.children.map(readText).join(' ');
}

function findAll(node: Nodes, tagName: string): Nodes[] {
  const own = node.type === 'element' && node.tagName === tagName ? [node] : [];
  const below = 'children' in node ? node.children.flatMap((one) => findAll(one, tagName)) : [];
  return [...own, ...below];
}
