/** Signs that distinguish two tags (C, C++, C#) and so must survive in an address. */
const spokenSigns: Record<string, string> = {
  '+': ' plus ',
  '&': ' and ',
  '#': ' sharp ',
  '@': ' at ',
};

/**
 * Converts a label to a part of an address: lower case, hyphens between words, accents removed,
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

/** Suggests a slug for a file name; empty if it has no Latin letters or digits. */
export function suggestSlug(name: string): string {
  return slugify(name)
    .replace(/[^a-z\d]+/g, '-')
    .slice(0, longestName)
    .replace(/^-|-$/g, '');
}

/** Whether `name` is a slug: lower-case letters and digits, joined by hyphens. */
export function isSlug(name: string): boolean {
  return /^[a-z\d]+(-[a-z\d]+)*$/.test(name);
}

/**
 * The most bytes of a name in an address. File systems allow 255 per name, Windows 260 per path;
 * this leaves room for folders, extensions and additions of the build.
 */
export const longestName = 100;

/** Returns the length of a name to a file system. */
export function countBytes(name: string): number {
  return new TextEncoder().encode(name).length;
}

/** Windows device names, which no file or folder can have. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** Names with a special meaning to web servers and Astro, which would not write such a page. */
const served = /^(?:index|404|500)$/;

/** Returns the reason why `slug` cannot be a file name on every system, or undefined. */
export function describeUnfitName(slug: string): string | undefined {
  const length = countBytes(slug);
  if (length > longestName)
    return `a name of at most ${longestName} bytes in an address; “${slug.slice(0, 20)}…” has ${length}`;
  if (devices.test(slug))
    return `a name that every system supports; “${slug}” is a device name in Windows`;
  if (served.test(slug))
    return `a name without a special meaning; web servers use “${slug}” for their own pages`;
  return undefined;
}
