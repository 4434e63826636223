import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expandIdentifier, fixAddress, isBareAddress, parseAddress } from '../../lib/address.ts';
import { isFileAddress } from '../../lib/attachment.ts';
import { describeNearest, isMisspelling } from '../../lib/nearest.ts';
import { checkAttachment, resolveFile } from '../attachments/check.ts';
import { adviseOnWiki } from '../wiki-advice.ts';
import {
  correctAddress,
  readAddress,
  readSource,
  readWords,
  remember,
  type Body,
  type BodyFault,
  type BodyNode,
} from './node.ts';

function isLink({ type }: BodyNode): boolean {
  return type === 'link' || type === 'linkReference';
}

/** Returns the page of this site that a link names, even if there is none. */
export function readPage(node: BodyNode, body: Body): string | undefined {
  const address = readAddress(node, body);
  const isPage =
    /^\/(?!\/)/.test(address) || /^(?:\.{0,2}\/)*(?:[\w-]+\/)*[\w-]+\/?(?:[?#].*)?$/.test(address);
  return isLink(node) && isPage && !isPublicFile(address, body.root) ? address : undefined;
}

/** Whether an address is that of a file in `public/`. */
export function isPublicFile(address: string, root: string): boolean {
  const [path = ''] = address.split(/[?#]/);
  if (!/^\/.*\.\w+$/.test(path) || path.includes('..')) return false;
  try {
    return existsSync(join(root, 'public', decodeURIComponent(path)));
  } catch {
    return false;
  }
}

/** Returns the id on its own page that a link leads to, without the state that it sets there. */
export function readFragment(node: BodyNode, body: Body): string | undefined {
  const address = isLink(node) ? readAddress(node, body) : '';
  return address.startsWith('#') ? address.replace(/\?.*$/s, '') : undefined;
}

/** Returns the path of the file that a link publishes, from the folder that holds `content/`. */
export function readFile(node: BodyNode, body: Body): string | undefined {
  const address = readAddress(node, body);
  const { root, file } = body;
  if (!isLink(node) || !isFileAddress(address)) return undefined;
  return checkAttachment(root, file, address).length > 0 ? undefined : resolveFile(file, address);
}

export function checkLink(node: BodyNode, body: Body): BodyFault[] {
  if (!isLink(node)) return [];
  const brackets = findBracketed(node, body);
  if (brackets.length > 0) return brackets;
  const address = readAddress(node, body);
  const isWhole = (text: string) => parseAddress(expandIdentifier(text)) !== undefined;
  const isGood =
    isWhole(address) ||
    address.startsWith('#') ||
    isPublicFile(address, body.root) ||
    readPage(node, body) !== undefined;
  const meant = fixAddress(isBareAddress(address) ? `https://${address}` : address);
  const badAddress: BodyFault = {
    rule: 'bad-address',
    expected:
      'https://…, http://…, mailto:…, a page of this site such as /papers/, a file beside the entry such as ./slides.pdf, or #a-heading',
    ...(isWhole(meant) && { nearest: meant }),
    fix: 'Write the whole address.',
  };
  const missingText: BodyFault = {
    rule: 'missing-link-text',
    expected: 'words between the brackets for readers to click',
    fix: `Write [words](${address}).`,
  };
  const faults = isFileAddress(address)
    ? checkAttachment(body.root, body.file, address).map((fault) => correctAddress(fault, address))
    : isGood
      ? []
      : [badAddress];
  return [...faults, ...(readWords(node).trim() ? [] : [missingText])];
}

/** `[[https://a.org][words]]`, of which the address alone would be a link, and the brackets would be printed. */
const bracketed =
  /(?<!\\)!?\[\[(?:https?:\/\/|www\.|mailto:)[^[\]\n]{1,1000}(?:\]\[[^[\]\n]{1,1000})?\]\]/y;

function findBracketed(node: BodyNode, { text }: Body): BodyFault[] {
  const start = node.position?.start.offset ?? 0;
  const brackets = text.lastIndexOf('[[', start);
  if (brackets < 0 || start - brackets > '[[mailto:'.length) return [];
  bracketed.lastIndex = text[brackets - 1] === '!' ? brackets - 1 : brackets;
  const offset = bracketed.lastIndex;
  const [found] = bracketed.exec(text) ?? [];
  if (found === undefined || offset + found.length < start) return [];
  const { right, ...advice } = adviseOnWiki(found);
  return [
    {
      rule: 'stray-markup',
      found,
      offset,
      ...advice,
      ...(right !== undefined && { corrections: [{ offset, old: found, new: right }] }),
    },
  ];
}

/** Reports labels without a definition, repeated definitions, and unused footnotes. */
export function checkLabel(node: BodyNode, body: Body): BodyFault[] {
  if (!body.isWhole) return [];
  if (node.type === 'text') return findUndefined(node, body);
  if (!isDefinition(node)) return [];
  const name = nameLabel(node);
  const { definitions, used, meant } = listUses(body);
  if (definitions.get(name) !== node)
    return [
      {
        rule: 'unmatched-label',
        expected: `only one definition of ${name}; there is another above`,
        fix: 'Give one of the two another label.',
      },
    ];
  // A footnote that a misspelt label was meant for is reported there.
  if (node.type === 'definition' || used.has(name) || meant.has(name)) return [];
  return [
    {
      rule: 'unmatched-label',
      expected: `${name} in the text; without it, the footnote is not shown`,
      fix: `Write ${name} where the footnote belongs.`,
    },
  ];
}

function isDefinition({ type }: BodyNode): boolean {
  return type === 'definition' || type === 'footnoteDefinition';
}

/** Returns `[label]` or `[^label]`, the common name of a definition and its references. */
function nameLabel({ type, identifier = '' }: BodyNode): string {
  return `[${type.startsWith('footnote') ? '^' : ''}${identifier}]`;
}

/**
 * The first definition of each label, the labels in use, and those that misspelt labels were meant
 * to be.
 */
const listUses = remember((body: Body) => {
  const definitions = new Map<string, BodyNode>();
  const named = new Set<string>();
  const used = new Set<string>();
  for (const node of body.nodes) {
    const name = nameLabel(node);
    if (isDefinition(node) && !definitions.has(name)) definitions.set(name, node);
    if (named.has(name)) used.add(name);
    named.add(name);
  }
  const undefinedLabels = body.nodes.flatMap((node) => findUndefined(node, body));
  const meant = new Set(undefinedLabels.map(({ nearest }) => nearest));
  return { definitions, used, meant };
});

/** The labels that a body defines. */
const listNames = remember(({ nodes }: Body) => nodes.filter(isDefinition).map(nameLabel));

/** An undefined label makes no link: the brackets would be printed. */
function findUndefined(node: BodyNode, body: Body): BodyFault[] {
  // The brackets of a command belong to it.
  if (node.type !== 'text' || node.data?.isRead || /^\\[a-z]/i.test(readSource(node, body)))
    return [];
  const matches = readSource(node, body).matchAll(
    /(?<!\\)(?:\[\^[^\]\s]+\]|\](\[(?![@[])[^\]]+\]))/g,
  );
  return [...matches].flatMap(({ 0: all, 1: label = all, index }): BodyFault[] => {
    const offset = (node.position?.start.offset ?? 0) + index + all.length - label.length;
    // A link of Org mode, which is told as a whole: [[address][words]]
    if (/\[\[[^[\]\n]*$/.test(body.text.slice(Math.max(offset - 400, 0), offset - 1))) return [];
    const names = listNames(body);
    const { nearest: near } = describeNearest(label, names);
    return [
      {
        rule: 'unmatched-label',
        found: label,
        offset,
        expected: `a definition of ${label} in this file, as “${label}: …”`,
        ...(near !== undefined && {
          nearest: near,
          ...(isMisspelling(label, near, names) && {
            corrections: [{ offset, old: label, new: near }],
          }),
        }),
        fix: 'Correct the label, or add the definition on its own line.',
      },
    ];
  });
}
