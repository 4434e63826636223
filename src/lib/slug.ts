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
    .replace(/['’]/g, '')
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
    .replace(/^-|-$/g, '');
}

/** Whether `name` can stand in an address as it is: small letters and digits, joined by hyphens. */
export function isSlug(name: string): boolean {
  return /^[a-z\d]+(-[a-z\d]+)*$/.test(name);
}
