/** Reads an ORCID iD, alone or as an address. Returns other text unchanged. */
export function readOrcid(text: string): string {
  const [, digits = text.trim()] =
    /^(?:https?:\/\/)?(?:www\.)?orcid\.org\/([^/?#]+)\/?$/i.exec(text.trim()) ?? [];
  const [compact = ''] = /^\d{15}[\dXx]$/.exec(digits.replace(/[\s-‐‑–]/g, '')) ?? [];
  return compact === '' ? digits : (compact.toUpperCase().match(/.{4}/g) ?? []).join('-');
}

/** Whether a text is an ORCID iD whose last character, the checksum of ISO 7064 MOD 11-2, is right. */
export function isOrcid(text: string): boolean {
  if (!/^(?:\d{4}-){3}\d{3}[\dX]$/.test(text)) return false;
  const digits = text.replaceAll('-', '');
  const total = [...digits.slice(0, 15)].reduce((sum, digit) => (sum + Number(digit)) * 2, 0);
  const check = (12 - (total % 11)) % 11;
  return digits.at(-1) === (check === 10 ? 'X' : String(check));
}

export function formatOrcidUrl(orcid: string): string {
  return `https://orcid.org/${orcid}`;
}
