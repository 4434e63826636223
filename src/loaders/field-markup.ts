import type { PhrasingContent, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Fault } from '../lib/fault.ts';
import { expandIdentifier, linkProtocols, parseAddress } from '../lib/address.ts';
import { dropTags, hasMarks, parseMarkdown } from '../lib/inline.ts';
import { checkTex } from './body/math.ts';
import { findMarkedCitations } from './marked-citations.ts';
import { findStrayInMarkedField } from './stray-markup.ts';

/** A fault in the text of a field. `found` are words of the text. */
export type MarkupFault = Pick<Fault, 'rule' | 'found' | 'expected' | 'fix' | 'nearest'>;

const unlinked = {
  expected: 'words; the title or name is a link itself',
  fix: 'Write the words alone.',
};

const unsafe = {
  expected: 'an address that begins with https://, http:// or mailto:',
  fix: 'Write the whole address, such as https://example.org/paper.pdf.',
};

const ownPage = {
  expected:
    'a whole address, or the path of a page of this site, since other pages show the field too',
  fix: 'Write the path with a slash at both ends, such as /papers/my-paper/. A file can be linked in the prose below the fields.',
};

const picture = {
  expected: 'text, formulas, emphasis, code and links; a field has no pictures',
  fix: 'Move the picture to the prose below the fields.',
};

/** Whether a link has the form of a path from the root of the site. */
const isPath = (address: string) => /^\/(?!\/)/.test(address);

/** The paths from the root of the site to which a field links. */
export function listPaths(text: string): string[] {
  if (!text.includes('](')) return [];
  const paths: string[] = [];
  const root: Root = { type: 'root', children: parseMarkdown(text).nodes };
  visit(root, 'link', ({ url }) => {
    if (isPath(url)) paths.push(url);
  });
  return paths;
}

const isRead = ({ data }: PhrasingContent) => data !== undefined && 'isRead' in data;

/** Finds the parts of a field that cannot be set, although it takes the language of prose. */
export function checkMarkup(
  text: string,
  canLink: boolean,
  macros: Readonly<Record<string, string>>,
): MarkupFault[] {
  if (!hasMarks(text)) return [];
  const { nodes, source } = parseMarkdown(text);
  const faults: MarkupFault[] = [];
  // The text that Markdown left, as its author wrote it and as it is read.
  const rest = { source: '', words: '' };
  const check = (node: PhrasingContent): void => {
    const found = source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
    if (node.type === 'text' || node.type === 'html') {
      // A letter that LaTeX wrote is read.
      rest.source += isRead(node) ? node.value : found;
      rest.words += node.value;
    } else if (node.type === 'inlineMath')
      faults.push(
        ...checkTex(node.value, macros).map(({ rule, expected, fix }) => ({
          rule,
          found,
          expected,
          fix,
        })),
      );
    else if (node.type === 'image') faults.push({ rule: 'stray-markup', found, ...picture });
    else if (node.type === 'link' && found.startsWith('[')) {
      if (!canLink) faults.push({ rule: 'stray-markup', found, ...unlinked });
      else if (
        !isPath(node.url) &&
        parseAddress(expandIdentifier(node.url), linkProtocols) === undefined
      )
        faults.push({
          rule: 'bad-address',
          found: node.url,
          ...(/^(?:\.{0,2}\/|#|[\w-]+(?:\/|$)|[^/?#:]+\.(?:mdx?|qmd)\b)/.test(node.url)
            ? ownPage
            : unsafe),
        });
    }
    if ('children' in node) node.children.forEach(check);
  };
  nodes.forEach(check);
  const strays = [
    ...(canLink ? findMarkedCitations(nodes, source) : []),
    ...findStrayInMarkedField(dropTags(rest.source), rest.words),
  ];
  return [
    ...faults,
    ...strays.map(({ words, expected, fix, nearest }): MarkupFault => {
      const found = words.replaceAll('&#36;', '$');
      return {
        rule: 'stray-markup',
        found,
        expected,
        fix,
        ...(nearest !== undefined && { nearest }),
      };
    }),
  ];
}
