/** The box around the points of path data, the control points of its curves among them. */
export function findBox(path: string) {
  const numbers = Array.from(path.matchAll(/-?[\d.]+/g), ([number]) => Number(number));
  const xs = numbers.filter((_, index) => index % 2 === 0);
  const ys = numbers.filter((_, index) => index % 2 === 1);
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  };
}
