import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { defaultTreeAdapter, html, parse, type DefaultTreeAdapterTypes } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;

/**
 * The policy of one finished page: its own inline styles and scripts by their hashes, style sheets, fonts,
 * images and script files of this site, what the search fetches from it, and nothing else. What becomes markup
 * in a browser passes one named policy of Trusted Types. `page` has no policy yet.
 *
 * @throws Error where an inline script or style stands where the site makes none
 */
export function buildPolicy(page: string): string {
  const { scripts, styles } = listInline(page);
  return [
    "default-src 'none'",
    ["script-src 'self'", ...scripts.map(hash)].join(' '),
    ["style-src 'self'", ...styles.map(hash)].join(' '),
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
 * The inline scripts and styles of the site. It makes them in the head alone, with one script at most; words of
 * the content never come there as elements, and one that stands elsewhere ends the build.
 */
function listInline(page: string): { scripts: string[]; styles: string[] } {
  const scripts: string[] = [];
  const styles: string[] = [];
  for (const { element, parent } of walk(parse(page))) {
    const text = element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
    const attributes = new Map(element.attrs.map(({ name, value }) => [name, value]));
    const isData = attributes.get('type') === 'application/ld+json';
    const isFile = element.tagName === 'script' && attributes.has('src');
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

/** The scripts and styles of a page, of any namespace, each with the name of what holds it. */
function* walk(
  node: DefaultTreeAdapterTypes.ParentNode,
): Generator<{ element: Element; parent: string }> {
  for (const child of node.childNodes) {
    if (!defaultTreeAdapter.isElementNode(child)) continue;
    if (child.tagName === 'script' || child.tagName === 'style')
      yield { element: child, parent: node.nodeName };
    yield* walk(child.tagName === 'template' ? readTemplate(child) : child);
  }
}

function readTemplate(element: Element): DefaultTreeAdapterTypes.ParentNode {
  return element.namespaceURI === html.NS.HTML
    ? (element as DefaultTreeAdapterTypes.Template).content
    : element;
}

function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/**
 * Gives every built page its policy, at the top of its head. Astro's own would allow every page the
 * styles and scripts of all, and those of a runtime that is not used here: 16 hashes a page, not 2.
 */
export function contentSecurityPolicy(): AstroIntegration {
  return {
    name: 'content-security-policy',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        for (const page of globSync('**/*.html', { cwd: folder })) {
          const file = `${folder}/${page}`;
          const text = readFileSync(file, 'utf8');
          const meta = `<meta http-equiv="content-security-policy" content="${describe(page, text)}">`;
          writeFileSync(
            file,
            text.replace('<meta charset="utf-8">', (charset) => charset + meta),
          );
        }
      },
    },
  };
}

function describe(page: string, text: string): string {
  try {
    return buildPolicy(text);
  } catch (error) {
    throw new Error(`${page}: ${(error as Error).message}`, { cause: error });
  }
}
