import type { Element, ElementContent, Properties, Root } from 'hast';
import { SKIP, visit, type VisitorResult } from 'unist-util-visit';
import type { VFile } from 'vfile';
import {
  formatFile,
  type Attachment,
  type LinkedFile,
  type PublishedFile,
} from '../lib/attachment.ts';
import { findMediaType } from '../lib/media-types.ts';
import { buildElement } from './tree.ts';

export interface FileOptions {
  /** The base path of the site. */
  base: string;
  /** Finds the file that an address names in the entry at `path`. */
  findFile: (path: string, address: string) => LinkedFile | undefined;
}

/**
 * Leads links to the published files beside the page, and adds the kind and size of each. Completes
 * films and sounds, and puts a link to each below it, for readers without a player.
 */
export function rehypeFiles({ base, findFile }: FileOptions) {
  return (tree: Root, file: VFile) => {
    visit(tree, 'element', (node, index, parent): VisitorResult => {
      const isPlayer = node.tagName === 'video' || node.tagName === 'audio';
      const address = isPlayer ? node.properties.src : node.properties.href;
      if (!(isPlayer || node.tagName === 'a') || typeof address !== 'string') return undefined;
      const found = findFile(file.path, address);
      if (found === undefined || parent === undefined || index === undefined) return undefined;
      const after = isPlayer ? completePlayer(node, found, base) : [buildFacts(found)];
      if (!isPlayer) Object.assign(node.properties, buildTarget(found, found.fragment));
      parent.children.splice(index + 1, 0, ...after);
      return [SKIP, index + 1 + after.length];
    });
  };
}

function buildFacts(file: Attachment): Element {
  return buildElement('span', { className: ['file'] }, ` (${formatFile(file)})`);
}

function buildTarget({ path, name }: PublishedFile, fragment = ''): Properties {
  return { href: encodeURI(path) + fragment, type: findMediaType(name) };
}

/** Completes the element of a film or sound, and returns the line below it. */
function completePlayer(player: Element, film: LinkedFile, base: string): ElementContent[] {
  const { width, height, captions, transcript } = film;
  const root = base.replace(/\/$/, '');
  const name = String(player.properties.ariaLabel);
  const size = player.tagName === 'video' && width !== undefined ? { width, height } : {};
  // Twins, feeds and paper have the line below it.
  Object.assign(player.properties, { src: root + encodeURI(film.path), ...size, dataPageOnly: '' });
  if (captions) {
    const src = root + encodeURI(captions.path);
    const track = { kind: 'captions', src, label: 'Captions', default: true };
    player.children = [buildElement('track', track)];
  }
  const others = [
    ...(captions ? [buildElement('a', buildTarget(captions), 'captions')] : []),
    ...(transcript ? [buildElement('a', buildTarget(transcript), 'transcript')] : []),
  ].flatMap((link) => [', ', link]);
  return [
    buildElement(
      'span',
      { className: ['film'] },
      buildElement('a', buildTarget(film), name),
      buildFacts(film),
      ...others,
    ),
  ];
}
