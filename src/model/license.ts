import type { License } from '../schema/license.ts';
import type { EntryLink } from './entry.ts';

const home = 'https://creativecommons.org';

/** The licence by its name, and where its text is. */
export function buildLicense(license: License): EntryLink {
  const [name = '', version = ''] = /^(.*)-([\d.]+)$/.exec(license)?.slice(1) ?? [];
  const path =
    name === 'CC0'
      ? `publicdomain/zero/${version}`
      : `licenses/${name.replace('CC-', '').toLowerCase()}/${version}`;
  return {
    title: name === 'CC0' ? `CC0 ${version}` : `${name.replace('CC-', 'CC ')} ${version}`,
    address: `${home}/${path}/`,
  };
}
