/** The sizes of the photograph of the author in px: on screens of one, two and three pixels per unit. */
export const photoSizes = [176, 352, 528] as const;

/** Reads the address of the photograph, also without ./ before it. */
export function readPhotoAddress(text: string): string {
  const address = text.trim();
  return /^[^./\\:]+\.\w+$/.test(address) ? `./${address}` : address;
}

/** The path of the photograph in a size, from the root of the site. */
export function photoPath(size: number): string {
  return `/photo-${size}.webp`;
}
