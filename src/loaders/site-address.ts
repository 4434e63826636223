import { isSiteAddress } from '../schema/address.ts';
import { contentFiles } from './files.ts';
import { getValue } from './source.ts';
import { readYamlFile } from './yaml-file.ts';

/**
 * Returns the origin of the site, if its address is known, and the folder on it, with slashes at
 * both ends. `given` replaces `address` of `content/site.yaml`. It may be the folder alone, as
 * `/portfolio/`. A faulty address counts as none: the check reports it.
 */
export function loadSiteAddress(root: string, given?: string): { origin?: string; base: string } {
  const address = given ?? readAddress(root);
  const url = URL.parse(address ?? '');
  const folder = url?.pathname ?? address ?? '';
  return { ...(url && { origin: url.origin }), base: `/${folder}/`.replace(/\/{2,}/g, '/') };
}

function readAddress(root: string): string | undefined {
  const address = getValue(readYamlFile(root, contentFiles.site).source?.data, ['address']);
  const text = typeof address === 'string' ? address.trim() : '';
  return isSiteAddress(text) ? text : undefined;
}
