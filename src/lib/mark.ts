/**
 * The site's glyph, a causal matrix of three tokens as on the plates: a path in a square of
 * `side`.
 */
export const mark = {
  side: 16,
  path: 'M0 0h4v4H0zM0 6h4v4H0zM0 12h4v4H0zM6 6h4v4H6zM6 12h4v4H6zM12 12h4v4h-4z',
};
