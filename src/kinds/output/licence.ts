import current from 'spdx-license-ids/index.json' with { type: 'json' };
import deprecated from 'spdx-license-ids/deprecated.json' with { type: 'json' };
import { z } from 'astro/zod';
import { constrainedText } from '../../schema/constraint.ts';

/** Usual names of licences that have no other meaning, by their identifiers; a space is a hyphen. */
const names: Readonly<Record<string, readonly string[]>> = {
  MIT: ['the-mit', 'expat'],
  'Apache-2.0': ['apache-2', 'apache-license-2.0', 'apache2'],
  'BSD-2-Clause': ['bsd2'],
  'BSD-3-Clause': ['bsd3', 'new-bsd'],
  'MPL-2.0': ['mozilla-public-license-2.0'],
  'GPL-3.0-only': ['gpl-3.0', 'gplv3', 'gpl3', 'gnu-gplv3'],
  'GPL-2.0-only': ['gpl-2.0', 'gplv2', 'gpl2', 'gnu-gplv2'],
  'LGPL-3.0-only': ['lgpl-3.0', 'lgplv3', 'lgpl3'],
  'AGPL-3.0-only': ['agpl-3.0', 'agplv3', 'agpl3'],
  'CC0-1.0': ['cc0', 'cc-0', 'https://creativecommons.org/publicdomain/zero/1.0'],
  'ODbL-1.0': ['odbl'],
};

const ids = [...current, ...deprecated];

const known = new Map([
  ...ids.map((id) => [id.toLowerCase(), id] as const),
  ...Object.entries(names).flatMap(([id, others]) => others.map((name) => [name, id] as const)),
]);

/** An identifier that is on no list, as the standard has them. */
const own = /^(?:DocumentRef-[\w.-]+:)?LicenseRef-[\w.-]+$/;

/** The conditions of Creative Commons, by the words in the names of its licences. */
const conditions: readonly [RegExp, string][] = [
  [/non-?commercial/, '-nc'],
  [/share-?alike/, '-sa'],
  [/no-?deriv/, '-nd'],
];

/** Returns the identifier that a name or an address of a licence means. */
function findId(words: string): string | undefined {
  const name = words
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?(?:spdx\.org\/licenses|opensource\.org\/licenses?)\//, '')
    .replace(/\.html$|\/$|[\s-]licen[cs]e$/, '');
  const [, path, number] = /creativecommons\.org\/licenses\/([a-z-]+)\/(\d\.\d)/.exec(name) ?? [];
  if (path !== undefined) return known.get(`cc-${path}-${number}`);
  const [, version] = /^creative commons attribution\b.*?(\d\.\d)/.exec(name) ?? [];
  if (version === undefined) return known.get(name.replaceAll(' ', '-'));
  const others = conditions.flatMap(([condition, sign]) => (condition.test(name) ? sign : []));
  return known.get(`cc-by${others.join('')}-${version}`);
}

/** Returns the expression with its identifiers as they are listed, or undefined if one is not. */
function findExpression(value: string): string | undefined {
  // Brackets hold a whole part, and are beside a word that joins parts.
  if (!/^(?:[^()]|\([^()]+\))+$/.test(value) || /[\w.+]\(|\)\w/.test(value)) return undefined;
  const parts = value.trim().split(/( (?:AND|OR) |[()])/);
  const read = parts.map((part, index) => {
    if (index % 2 === 1 || part === '') return part;
    const [id = '', exception] = part.split(' WITH ');
    const listed = own.test(id) ? id : findId(id);
    return listed === undefined || exception === undefined ? listed : `${listed} WITH ${exception}`;
  });
  return read.includes(undefined) ? undefined : read.join('');
}

/** The licence of an output, as SPDX has it. A usual name of a usual licence is read as its identifier. */
export const licence = z.preprocess(
  (value) => (typeof value === 'string' ? (findExpression(value) ?? value) : value),
  constrainedText(
    'Its licence, as an identifier of SPDX: MIT, Apache-2.0, CC-BY-4.0 or another',
    (value) => value !== '' && findExpression(value) === value,
    {
      rule: 'wrong-type',
      fix: 'Write the identifier that https://spdx.org/licenses/ lists, with its version, or LicenseRef- and a name for any other.',
    },
  ),
);

/** A licence, with the address of its text if it is a single one of the list. */
export function buildLicence(id: string): { title: string; address?: string } {
  const isListed = known.get(id.toLowerCase()) === id;
  return { title: id, ...(isListed && { address: `https://spdx.org/licenses/${id}.html` }) };
}
