import { createHash } from 'node:crypto';
import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { listElements } from './tree.ts';

/**
 * Builds the Content Security Policy of one page. It allows the page's own inline styles and scripts by their hashes,
 * and style sheets, fonts, images, scripts and search files of this site. One named Trusted Types policy is the only
 * way to turn text into markup. Astro's own policy would allow every page the styles and scripts of all.
 *
 * @param tree the page, without a policy
 * @param added styles for the head that `tree` does not contain
 * @throws Error if an inline script or style is in an unexpected place
 */
export function buildPolicy(tree: Root, added: readonly string[] = []): string {
  const { scripts, styles } = listInline(tree);
  return [
    "default-src 'none'",
    ["script-src 'self'", ...scripts.map(hash)].join(' '),
    ["style-src 'self'", ...[...styles, ...added].map(hash)].join(' '),
    "font-src 'self'",
    "img-src 'self'",
    ...(hasPlayer(tree) ? ["media-src 'self'"] : []),
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types figures',
  ].join(';');
}

/**
 * The inline scripts and styles of a page. The site only puts them in the head, with one script at most, and content
 * cannot add any. Others stop the build.
 */
function listInline(tree: Root): { scripts: string[]; styles: string[] } {
  const scripts: string[] = [];
  const styles: string[] = [];
  for (const { element, parent } of walk(tree)) {
    const text = toString(element);
    const isData = /^application\/(?:ld\+)?json$/.test(String(element.properties.type));
    const isFile = element.tagName === 'script' && element.properties.src !== undefined;
    if (isFile || (isData && element.tagName === 'script')) continue;
    const list = element.tagName === 'script' ? scripts : styles;
    list.push(text);
    if (parent !== 'head' || scripts.length > 1)
      throw new Error(
        `an inline ${element.tagName} that is none of the site stands in <${parent}>: ${text.slice(0, 90)}`,
      );
  }
  return { scripts, styles };
}

function hasPlayer(tree: Root): boolean {
  const isPlayer = ({ tagName }: Element) => tagName === 'video' || tagName === 'audio';
  return listElements([tree], isPlayer).length > 0;
}

/** The scripts and styles of a page in any namespace, with the name of the parent. */
function* walk(node: Root | Element): Generator<{ element: Element; parent: string }> {
  const parent = node.type === 'root' ? 'root' : node.tagName;
  const children = node.type === 'element' && node.content ? node.content.children : node.children;
  for (const child of children) {
    if (child.type !== 'element') continue;
    if (child.tagName === 'script' || child.tagName === 'style') yield { element: child, parent };
    yield* walk(child);
  }
}

function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
