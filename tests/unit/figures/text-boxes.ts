/** Where words stand in a panel, in its units; the letters of the face are 0.6 em wide, at 12 units. */
export interface TextBox {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Letters that are 1 em wide. */
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\uff00-\uff60]/gu;

/** The words of a drawing that is not nested or turned, as boxes from cap height to descender. */
export function listTextBoxes(svg: string): TextBox[] {
  return Array.from(svg.matchAll(/<text([^>]*)>(.*?)<\/text>/g), ([, given = '', content = '']) => {
    const read = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(given)?.[1];
    const text = content.replace(/<[^>]*>|[\u2068\u2069]/g, '').replace(/&\w+;/g, '&');
    const width = 7.2 * text.length + 4.8 * (text.match(wide)?.length ?? 0);
    const [x, y] = [Number(read('x')), Number(read('y'))];
    const before = { start: 0, middle: 0.5, end: 1 }[read('text-anchor') ?? 'start'] ?? NaN;
    const left = x - before * width;
    return { text, left, right: left + width, top: y - 9, bottom: y + 2.5 };
  });
}

/** Pairs of words of which one stands over the other, and words that leave the panel. */
export function findMisplaced(svg: string, width: number, height: number): string[] {
  const boxes = listTextBoxes(svg);
  const outside = boxes.filter(
    ({ left, right, top, bottom }) =>
      !(left >= -0.1 && right <= width + 0.1 && top >= 0 && bottom <= height),
  );
  const overlaps = boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `“${a.text}” over “${b.text}”`),
  );
  return [...outside.map(({ text }) => `“${text}” outside`), ...overlaps];
}
