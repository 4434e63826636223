import { expandIdentifier, linkProtocols, parseAddress } from './address.ts';
import { isFileAddress, splitFileAddress } from './attachment.ts';

/** The end of a link that is written in a YAML file beside `site.yaml`. */
export interface Target {
  kind: 'page' | 'file' | 'outside';
  /** The path of the page, the address of the file from `content/`, or the whole address. */
  address: string;
}

/** Reads a link: a whole address, one of a file, or else the path of a page of this site. */
export function readTarget(text: string): Target {
  const address = expandIdentifier(text);
  if (parseAddress(address, linkProtocols) !== undefined) return { kind: 'outside', address };
  return { kind: isFileAddress(address) ? 'file' : 'page', address };
}

/** Names of files that the site writes at its root. */
const taken =
  /^(?:index|404|feed|citation|references|research|robots|sitemap|manifest|favicon|icon-\d+|llms(?:-full)?|_\w+)(?:\.|$)|\.(?:gz|br)$/i;

/** The path of a file that a YAML file links to, from the root of the site. `address` is that in the file. */
export function findFilePath(address: string): string {
  const { path } = splitFileAddress(address);
  const name = path.slice(path.lastIndexOf('/') + 1);
  return `/${taken.test(name) ? 'files/' : ''}${name}`;
}
