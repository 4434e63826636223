import { z } from 'astro/zod';
import { constrainedText } from '../../schema/constraint.ts';

/** Usual licences by their identifiers at SPDX, and other names of them. */
const names: Readonly<Record<string, readonly string[]>> = {
  MIT: ['mit license', 'the mit license', 'mit licence', 'expat'],
  'Apache-2.0': ['apache 2.0', 'apache 2', 'apache license 2.0', 'apache2', 'apache'],
  'BSD-2-Clause': ['bsd 2-clause', 'bsd2'],
  'BSD-3-Clause': ['bsd 3-clause', 'bsd3', 'new bsd'],
  'MPL-2.0': ['mpl', 'mpl 2.0', 'mozilla public license 2.0'],
  'GPL-3.0-only': ['gpl-3.0', 'gpl 3.0', 'gplv3', 'gpl3', 'gnu gplv3'],
  'GPL-2.0-only': ['gpl-2.0', 'gpl 2.0', 'gplv2', 'gpl2', 'gnu gplv2'],
  'LGPL-3.0-only': ['lgpl-3.0', 'lgplv3', 'lgpl3'],
  'AGPL-3.0-only': ['agpl-3.0', 'agplv3', 'agpl3'],
  'CC-BY-4.0': ['cc by 4.0', 'cc by', 'cc-by'],
  'CC-BY-SA-4.0': ['cc by-sa 4.0', 'cc by-sa', 'cc-by-sa'],
  'CC-BY-NC-4.0': ['cc by-nc 4.0', 'cc by-nc', 'cc-by-nc'],
  'CC0-1.0': ['cc0', 'cc 0', 'cc0 1.0'],
  'ODbL-1.0': ['odbl', 'odbl 1.0'],
};

const known = new Map(
  Object.entries(names).flatMap(([id, others]) =>
    [id.toLowerCase(), ...others].map((name) => [name, id] as const),
  ),
);

/** One identifier, or several joined by AND, OR and WITH. */
const expression = /^[A-Za-z\d][\w.+-]*(?: (?:AND|OR|WITH) [A-Za-z\d][\w.+-]*)*$/;

/** The licence of an output, as SPDX has it. A usual name of a usual licence is read as its identifier. */
export const licence = z.preprocess(
  (value) => (typeof value === 'string' ? (known.get(value.trim().toLowerCase()) ?? value) : value),
  constrainedText(
    'Its licence, as an identifier of SPDX: MIT, Apache-2.0, CC-BY-4.0 or another',
    (value) => expression.test(value),
    {
      rule: 'wrong-type',
      fix: 'Write the identifier that https://spdx.org/licenses/ lists, such as MIT.',
    },
  ),
);

/** A licence, with the address of its text if it is a single one. */
export function buildLicence(id: string): { title: string; address?: string } {
  const isSingle = !id.includes(' ') && !id.startsWith('LicenseRef-');
  return { title: id, ...(isSingle && { address: `https://spdx.org/licenses/${id}.html` }) };
}
