import type { License } from '../schema/license.ts';
import type { EntryLink } from './entry.ts';

/** A licence as it is named and linked. */
export interface LicenseLink extends EntryLink {
  /** Its identifier in SPDX. */
  id: License;
}

const home = 'https://creativecommons.org';

/** The licence by its name, and where its text is. */
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
