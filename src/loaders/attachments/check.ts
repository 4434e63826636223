import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, posix } from 'node:path';
import type { Fault } from '../../lib/fault.ts';
import { isFileAddress, nameAttachment, splitFileAddress } from '../../lib/attachment.ts';
import type { Located } from '../../lib/located.ts';
import { isMisspelling, nearest } from '../../lib/nearest.ts';
import {
  contentFiles,
  describeOutside,
  isContent,
  isPlainPath,
  misnamed,
  findPagePath,
} from '../files.ts';
import { checkDrawing } from '../images/check.ts';
import { getValue } from '../source.ts';
import type { YamlSource } from '../yaml.ts';

/** A fault of a link to a file, without its location. */
export type LinkFault = Pick<Fault, 'rule' | 'expected' | 'nearest' | 'fix'> & {
  /** Whether the address can only mean the nearest one. */
  isSure?: boolean;
};

/** Files that a browser would run as a page or a script of this site. */
const runs = /\.(x?html?|xht|xml|xslt?|m?js|svgz|webmanifest)$/i;

/** The path that an address in the entry `file` leads to, from the folder that holds `content/`. */
export function resolveFile(file: string, address: string): string {
  return posix.join(posix.dirname(file), splitFileAddress(address).path);
}

/**
 * Describes an address with backslashes, as Windows has them in paths. `isRight` tells whether the check takes an
 * address. Undefined if there are none.
 */
export function describeBackslashes(
  address: string,
  isRight: (address: string) => boolean,
): Omit<LinkFault, 'rule'> | undefined {
  if (!address.includes('\\')) return undefined;
  const path = address.replaceAll('\\', '/');
  const nearest = /^\.\.?\//.test(path) ? path : `./${path}`;
  return {
    expected: 'slashes between folders, which every system reads; Windows alone reads backslashes',
    nearest,
    isSure: isRight(nearest),
    fix: 'Write / in place of each \\.',
  };
}

/** Checks that the file that an address in the entry `file` names can be published. */
export function checkAttachment(root: string, file: string, address: string): LinkFault[] {
  const path = resolveFile(file, address);
  const slashed = describeBackslashes(
    address,
    (right) => checkAttachment(root, file, right).length === 0,
  );
  if (slashed !== undefined) return [{ rule: 'missing-file', ...slashed }];
  if (!isContent(path)) return [{ rule: 'missing-file', ...describeOutside(address) }];
  if (!isPlainPath(splitFileAddress(address).path)) return [misnamed];
  const unpublished = describeUnpublished(root, path, address);
  if (unpublished !== undefined) return [unpublished];
  // Exact names: some file systems ignore case, and hosts do not.
  if (!listNames(join(root, posix.dirname(path))).includes(basename(path)))
    return [describeMissing(root, path, address)];
  const stats = statSync(join(root, path));
  if (stats.isDirectory())
    return [{ ...badFile, expected: `a file; “${address}” is a folder`, fix: pack }];
  if (stats.size === 0)
    return [
      { ...badFile, expected: 'a file with content; this one is empty', fix: 'Save it again.' },
    ];
  if (runs.test(path)) return [{ ...badFile, expected: noPage, fix: pack }];
  return [];
}

const badFile = { rule: 'bad-file' } as const;
const noPage = 'a file to read or download; a browser would run this one as a part of the site';
const pack = 'Pack it into a ZIP file beside the entry, and link to that.';

/**
 * Files of `content/` that have a form of their own on the site. Other generators name the source of a page with `.md`
 * or `.qmd` in a link.
 */
function describeUnpublished(root: string, path: string, address: string): LinkFault | undefined {
  const source = existsSync(join(root, path)) ? path : path.replace(/\.(?:md|qmd)$/, '.mdx');
  if (!existsSync(join(root, source))) return undefined;
  const lists = {
    [contentFiles.references]: '/references/',
    [contentFiles.own]: '/papers/',
    [contentFiles.news]: '/news/',
  };
  const form = findPagePath(source) ?? lists[path];
  if (form === undefined && !Object.values(contentFiles).includes(path)) return undefined;
  const { fragment } = splitFileAddress(address);
  return {
    ...badFile,
    expected: 'a file of its own; this one is a source of the site, which has it as a page',
    ...(form !== undefined && { nearest: form + fragment, isSure: fragment === '' }),
    fix: 'Link to the page.',
  };
}

function describeMissing(root: string, path: string, address: string): LinkFault {
  const names = listNames(join(root, posix.dirname(path)));
  const isEntry = path.endsWith('.mdx');
  const files = names.filter(
    (name) => isPlainPath(name) && name.includes('.') && name.endsWith('.mdx') === isEntry,
  );
  const near = nearest(basename(path), files);
  const { path: written, fragment } = splitFileAddress(address);
  const folder = written.slice(0, written.length - posix.basename(written).length);
  return {
    rule: 'missing-file',
    expected: `a file in content/; “${address}” leads to none`,
    ...(near !== undefined && {
      nearest:
        (findPagePath(posix.join(posix.dirname(path), near)) ?? encodeURI(folder + near)) +
        fragment,
      isSure: isMisspelling(basename(path), near, files),
    }),
    fix: texts.test(path)
      ? 'If it is a text of another site, write the address of its page here, as /papers/name/ or /research/name/. Otherwise put the file there.'
      : 'Correct the name, or put the file there.',
  };
}

/** Texts that other programs make pages of. */
const texts = /\.(?:md|markdown|qmd|rmd|rst|org|ipynb|adoc)$/i;

function listNames(folder: string): string[] {
  return existsSync(folder) && statSync(folder).isDirectory() ? readdirSync(folder) : [];
}

/** The addresses of files in the field `links` of an entry. */
export function listLinkedFiles({ data, locate }: YamlSource): Located<string>[] {
  const links = getValue(data, ['links']);
  if (!Array.isArray(links)) return [];
  return links.flatMap((_, index): Located<string>[] => {
    const path = ['links', index, 'address'];
    const address = getValue(data, path);
    if (typeof address !== 'string' || !isFileAddress(address.trim())) return [];
    return [{ value: address.trim(), place: locate(path) }];
  });
}

/**
 * Checks the files that entries publish: a drawing as the build sanitizes it, and that no two files
 * of one entry have the same name. `uses` are the links of one entry, by the paths of their files.
 */
export function checkAttachments(
  root: string,
  slug: string,
  uses: readonly Located<string>[],
): Fault[] {
  const files = new Map(uses.map((use) => [use.value, use]));
  const drawings = [...files.keys()].filter((file) => /\.svg$/i.test(file));
  const named = Map.groupBy(files.values(), ({ value }) =>
    nameAttachment(slug, value).toLowerCase(),
  );
  return [
    ...drawings.flatMap((file) => checkDrawing(file, readFileSync(join(root, file)))),
    ...named.values().flatMap(([first, ...others]) =>
      others.map(({ place }): Fault => ({
        rule: 'bad-file',
        ...place,
        expected: `a file name that no other file of this entry has; ${first?.value} has it too`,
        fix: 'Rename one of the two files, and write its new name here.',
      })),
    ),
  ];
}
