import type { License } from '../schema/license.ts';
import type { EntryLink } from './entry.ts';

/** A link to a licence. */
export interface LicenseLink extends EntryLink {
  /** The SPDX identifier. */
  id: License;
}

const home = 'https://creativecommons.org';

/** The name and address of a licence. */
export function buildLicense(license: License): LicenseLink {
  const [name = '', version = ''] = /^(.*)-([\d.]+)$/.exec(license)?.slice(1) ?? [];
  const path =
    name === 'CC0'
      ? `publicdomain/zero/${version}`
      : `licenses/${name.replace('CC-', '').toLowerCase()}/${version}`;
  return {
    id: license,
    title: name === 'CC0' ? `CC0 ${version}` : `${name.replace('CC-', 'CC ')} ${version}`,
    address: `${home}/${path}/`,
  };
}
