/** Signs that tell two tags apart (C, C++, C#) and so must survive in an address. */
const spokenSigns: Record<string, string> = {
  '+': ' plus ',
  '&': ' and ',
  '#': ' sharp ',
  '@': ' at ',
};

/**
 * The part of an address that stands for a label: lower case, words joined by hyphens, accents folded,
 * letters and digits of every script kept. `KYC/AML` → `kyc-aml`, `C++` → `c-plus-plus`.
 */
export function slugify(label: string): string {
  return label
    .normalize('NFKD')
    .replace(/[+&#@]/g, (sign) => spokenSigns[sign] ?? sign)
    .replace(/['’]|(?!\u200c)\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/\p{Script=Latin}\p{Mn}+/gu, (letter) => letter[0] ?? letter)
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter(Boolean)
    .join('-');
}

/** The slug that a file name must have been meant to be; empty where it has no Latin letters or digits. */
export function suggestSlug(name: string): string {
  return slugify(name)
    .replace(/[^a-z\d]+/g, '-')
    .slice(0, longestName)
    .replace(/^-|-$/g, '');
}

/** Whether `name` can stand in an address as it is: small letters and digits, joined by hyphens. */
export function isSlug(name: string): boolean {
  return /^[a-z\d]+(-[a-z\d]+)*$/.test(name);
}

/**
 * The most bytes of a name in an address. File systems hold 255, and Windows 260 in a whole path: this leaves
 * room for folders, endings, and what the build adds.
 */
export const longestName = 100;

/** How long a name is to a file system. */
export function countBytes(name: string): number {
  return new TextEncoder().encode(name).length;
}

/** Names that stand for a device in Windows, which can hold no file or folder of that name. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** Names that a web server, and Astro, give a meaning of their own: such a page would not be written. */
const served = /^(?:index|404|500)$/;

/** Why no file or folder can have the name `slug` on every system; nothing where one can. */
export function describeUnfitName(slug: string): string | undefined {
  const length = countBytes(slug);
  if (length > longestName)
    return `a name of at most ${longestName} bytes in an address; “${slug.slice(0, 20)}…” has ${length}`;
  if (devices.test(slug))
    return `a name that every system can hold; “${slug}” is that of a device in Windows`;
  if (served.test(slug))
    return `a name without a meaning of its own; “${slug}” is that of a page which servers show by themselves`;
  return undefined;
}
