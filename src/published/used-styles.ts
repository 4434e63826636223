import type { Element } from 'hast';
import { parse, type Container } from 'postcss';
import { dropFaces, listCharacters } from './font-faces.ts';
import type { FinishedPage } from './page.ts';
import type { Edit } from './style-classes.ts';
import { listClasses, listElements, visitElements } from './tree.ts';

/** Elements that no script adds (a test looks for them). Their styles stay where a page has them. */
const builtElements =
  'abbr|audio|embed|hr|iframe|img|object|optgroup|pre|progress|samp|table|textarea|video';

/** Parts of controls that no page has, as selectors of their own styles name them. */
const absentParts = /::file-selector|::-webkit-(?:date|calendar|(?:inner|outer)-spin)/;

/** Controls that only pages with a script have. */
const scriptedControls = /(?<![\w.#-])select\b|::-webkit-search/;

/**
 * Leaves out the faces of characters that a page does not have, and the rules for elements, classes, hues and
 * directions that it does not have, because each page carries the styles of the whole site. A page with a script file keeps the rules for
 * names that its scripts may add. The styles in the tree are shortened too.
 *
 * @param scripts the text of all script files of the site
 * @returns the edits of the page's HTML
 */
export function shortenStyles({ tree }: Pick<FinishedPage, 'tree'>, scripts: string): Edit[] {
  const isScript = ({ tagName, properties }: Element) =>
    tagName === 'script' && properties.src !== undefined;
  const hasScript = listElements([tree], isScript).length > 0;
  const characters = listCharacters(tree);
  const names = new Set<string>();
  visitElements(tree, (element) => {
    const { dir, dataAccent } = element.properties;
    names.add(element.tagName);
    for (const name of listClasses(element)) names.add(`.${name}`);
    names.add(`[dir=${String(dir)}]`).add(`[data-accent=${String(dataAccent)}]`);
  });
  const edits: Edit[] = [];
  visitElements(tree, ({ tagName, children: [text] }) => {
    if (tagName !== 'style' || text?.type !== 'text') return;
    const style = removeUnusedRules(text.value, names, hasScript ? scripts : undefined);
    text.value = dropFaces(style, characters);
    const { start, end } = text.position ?? {};
    if (start?.offset === undefined || end?.offset === undefined)
      throw new Error('A style sheet has no position.');
    edits.push({ start: start.offset, end: end.offset, text: text.value });
  });
  return edits;
}

/** A style sheet, for pages with scripts or without. */
interface Sheet {
  /** The names in it. */
  known: string[];
  /** Those that scripts may add. */
  added: Set<string>;
  /** The shortened sheets, by the names that a page has, because many pages have the same names. */
  left: Map<string, string>;
}

const sheets = new Map<string, Sheet>();

/**
 * Removes the selectors of a style sheet that cannot match on a page with `names`, and then the empty rules. A name is one
 * of `builtElements`, `table`, a class, `.page`, or an attribute with its value, `[dir=rtl]`. The scripts of a page may add more names.
 */
export function removeUnusedRules(
  css: string,
  names: ReadonlySet<string>,
  scripts?: string,
): string {
  const place = `${css}\0${scripts ?? ''}`;
  const { known, added, left } = sheets.get(place) ?? readSheet(css, scripts);
  sheets.set(place, { known, added, left });
  const own = new Set(known.filter((name) => names.has(name) || added.has(name)));
  const key = [...own].join('\0');
  let short = left.get(key);
  if (short === undefined) {
    const sheet = parse(css);
    removeUnused(sheet, own, scripts !== undefined);
    short = sheet.toString();
    left.set(key, short);
  }
  return short;
}

function readSheet(css: string, scripts = ''): Sheet {
  const known = listKnown(css);
  return { known, added: new Set(known.filter((name) => isIn(scripts, name))), left: new Map() };
}

/** Whether scripts name a class, whole or as `stroke-` and the name of a hue, or may set a direction. */
function isIn(scripts: string, name: string): boolean {
  if (!name.startsWith('.')) return scripts !== '' && name.startsWith('[dir');
  const [, start = ''] = /^\.(.*-)/.exec(name) ?? [];
  const ends = ['${', '"', "'", '`'];
  return (
    scripts.includes(name.slice(1)) ||
    (start !== '' && ends.some((end) => scripts.includes(start + end)))
  );
}

/** The names that a style sheet asks for. */
function listKnown(css: string): string[] {
  const known = new Set<string>();
  parse(css).walkRules(({ selectors }) => {
    for (const name of selectors.flatMap((selector) => listNames(takeOuter(selector))))
      known.add(name);
  });
  return [...known];
}

function removeUnused(
  container: Container,
  names: ReadonlySet<string>,
  hasControls: boolean,
): void {
  for (const node of [...(container.nodes ?? [])]) {
    if (node.type !== 'rule' && node.type !== 'atrule') continue;
    if (node.type === 'rule') {
      const used = node.selectors.filter(
        (selector) =>
          isUsed(selector, names) &&
          !absentParts.test(takeOuter(selector)) &&
          (hasControls || !scriptedControls.test(takeOuter(selector))),
      );
      if (used.length < node.selectors.length) node.selector = used.join(',');
      if (used.length === 0) node.remove();
    }
    // A statement such as the order of layers has no nodes.
    if (node.nodes === undefined) continue;
    removeUnused(node, names, hasControls);
    if (node.nodes.length === 0) node.remove();
  }
}

/** Whether a page has all names of a selector. */
function isUsed(selector: string, names: ReadonlySet<string>): boolean {
  return listNames(takeOuter(selector)).every((name) => names.has(name));
}

/** Removes the arguments of `:is()` and the like, which may be alternatives. Parentheses in a class name are escaped. */
function takeOuter(selector: string): string {
  let outer = selector;
  for (let inner = ''; inner !== outer; outer = outer.replace(/(?<!\\)\((?:[^()\\]|\\.)*\)/g, ''))
    inner = outer;
  return outer;
}

function listNames(selector: string): string[] {
  const names = selector.matchAll(namePattern);
  return Array.from(names, ([name]) => name.replace(/\\(.)/g, '$1').replaceAll(/["']/g, ''));
}

const namePattern = new RegExp(
  [
    `(?<![^\\s>+~])(?:${builtElements})(?![\\w-])`,
    String.raw`(?<!\\)\.(?:[\w-]|\\.|[^\0-\x7f])+`,
    String.raw`\[(?:dir|data-accent)=[^\]]*\]`,
  ].join('|'),
  'g',
);
