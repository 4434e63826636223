import { readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import {
  isFileAddress,
  isMediaAddress,
  nameAttachment,
  splitFileAddress,
  type Attachment,
  type LinkedFile,
  type PublishedFile,
} from '../../lib/attachment.ts';
import { findTextPath } from '../../kinds/registry.ts';
import type { Link } from '../../schema/link.ts';
import { loadEntry } from '../entries.ts';
import { listSettingFiles } from '../settings.ts';
import { findFilePath } from '../../lib/target.ts';
import { parseEntryPath } from '../files.ts';
import { stripMetadata } from '../images/metadata.ts';
import { sanitizeSvg } from '../images/svg.ts';
import { hasFile, listAllEntries } from '../own-entries.ts';
import { resolveFile } from './check.ts';
import { readFilmSize } from './film-size.ts';
import { findCompanions } from './media.ts';

/** Any sign of a link to a file, as Markdown, HTML, LaTeX or a field: entries without one are not read again. */
const linked = /\]\(\s*<?(?!https?:|mailto:|\/|#)|\]:|\b(?:src|address|href)\b|\\url\b/;

/**
 * Lists the files that the texts and settings below `root` publish, or those of them whose page has a folder that
 * `isWanted`, such as `/papers/titan/`. Those of the settings are at `/`.
 */
export function listPublishedFiles(
  root: string,
  isWanted: (folder: string) => boolean = () => true,
): PublishedFile[] {
  const ofEntries = listAllEntries(root)
    .filter((file) => isWanted(nameFolder(file)))
    .filter((file) => !hasFile(root, file) || linked.test(readFileSync(join(root, file), 'utf8')))
    .flatMap((file) => {
      const { files } = loadEntry(root, file, parsePath(file).kind, []);
      const paths = new Set(files.map(({ value }) => value));
      return Array.from(paths, (path) => describeFile(root, file, path));
    });
  const ofSettings = isWanted('/') ? new Set(listSettingFiles(root)) : [];
  return [
    ...ofEntries,
    ...Array.from(ofSettings, (file) => {
      const path = findFilePath(file);
      return { file, name: path.slice(1), size: measureFile(root, file), path };
    }),
  ];
}

/** The folder of the page of the entry in `file`. */
function nameFolder(file: string): string {
  const { kind, slug } = parsePath(file);
  return findTextPath(kind, slug);
}

function parsePath(file: string) {
  const path = parseEntryPath(file);
  if (path === undefined) throw new Error(`${file} is not an entry.`);
  return path;
}

function describeFile(root: string, entry: string, file: string): PublishedFile {
  const name = nameAttachment(parsePath(entry).slug, file);
  return { file, name, size: measureFile(root, file), path: nameFolder(entry) + name };
}

/** Finds the file that `address` names in the entry at the absolute path `entry`. */
export function findPublishedFile(
  root: string,
  entry: string,
  address: string,
): LinkedFile | undefined {
  if (!isFileAddress(address)) return undefined;
  const file = relative(root, entry).replaceAll('\\', '/');
  const { fragment } = splitFileAddress(address);
  const path = resolveFile(file, address);
  const { captions, transcript } = findCompanions(root, path);
  return {
    ...describeFile(root, file, path),
    fragment,
    ...(isMediaAddress(path) && readFilmSize(join(root, path))),
    ...(captions && { captions: describeFile(root, file, captions) }),
    ...(transcript && { transcript: describeFile(root, file, transcript) }),
  };
}

/** Reads a file as it is published: an SVG is sanitized, and a photograph loses its metadata. */
export function readPublishedFile(root: string, { file }: Pick<Attachment, 'file'>): Uint8Array {
  const bytes = readFileSync(join(root, file));
  if (!/\.svg$/i.test(file)) return isPicture.test(file) ? stripMetadata(bytes) : bytes;
  const { svg = '' } = sanitizeSvg(bytes);
  return Buffer.from(svg);
}

const isPicture = /\.(?:jpe?g|png|webp|gif|avif|hei[cf])$/i;

/** The size of a file as it is published, in bytes. */
function measureFile(root: string, file: string): number {
  const isChanged = isPicture.test(file) || /\.svg$/i.test(file);
  return isChanged ? readPublishedFile(root, { file }).length : statSync(join(root, file)).size;
}

/** Adds the sizes of files to the links of the entry in `file`. */
export function measureLinks<Data extends object>(root: string, file: string, data: Data): Data {
  const { links = [] } = data as { links?: Link[] };
  if (!links.some(({ address }) => isFileAddress(address))) return data;
  const measure = (link: Link): Link => {
    if (!isFileAddress(link.address)) return link;
    return { ...link, size: measureFile(root, resolveFile(file, link.address)) };
  };
  return { ...data, links: links.map(measure) };
}
