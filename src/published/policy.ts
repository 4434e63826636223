import { createHash } from 'node:crypto';
import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';

/**
 * The policy of one page: its own inline styles and scripts by their hashes, style sheets, fonts, images and script
 * files of this site, files that the search fetches from it, and nothing else. Text becomes markup in a browser by
 * one named policy of Trusted Types alone. Astro's own policy would allow every page the styles and scripts of all.
 *
 * @param tree the page, without a policy
 * @param added styles that the head of the page gets beside those of `tree`
 * @throws Error where an inline script or style stands where the site makes none
 */
export function buildPolicy(tree: Root, added: readonly string[] = []): string {
  const { scripts, styles } = listInline(tree);
  return [
    "default-src 'none'",
    ["script-src 'self'", ...scripts.map(hash)].join(' '),
    ["style-src 'self'", ...[...styles, ...added].map(hash)].join(' '),
    "font-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types figures',
  ].join(';');
}

/**
 * The inline scripts and styles of a page. The site makes them in the head alone, with one script at most. The
 * content never adds such elements there, and one that stands elsewhere ends the build.
 */
function listInline(tree: Root): { scripts: string[]; styles: string[] } {
  const scripts: string[] = [];
  const styles: string[] = [];
  for (const { element, parent } of walk(tree)) {
    const text = toString(element);
    const isData = element.properties.type === 'application/ld+json';
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

/** The scripts and styles of a page, of any namespace, each with the name of its parent. */
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
