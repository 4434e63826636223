/**
 * Finds layout faults of a page: wider than the window, cut-off text, a menu narrower than an option, a word broken
 * without a hyphen, overlapping text. Runs in the browser, so it cannot refer to anything outside.
 */
export function listLayoutFaults(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  const faults = scrollWidth > clientWidth ? [`the page is ${scrollWidth} px wide`] : [];

  const listAncestors = (element: Element | null): Element[] =>
    element ? [element, ...listAncestors(element.parentElement)] : [];

  const hasOverflow = (kind: RegExp) => (element: Element) => {
    const { overflowX, overflowY } = getComputedStyle(element);
    return kind.test(`${overflowX} ${overflowY}`);
  };

  const isUnseen = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect();
    return width <= 1 && height <= 1;
  };

  /** Whether an element says by an ellipsis that its text goes on. */
  const hasEllipsis = (element: Element): boolean =>
    getComputedStyle(element).textOverflow === 'ellipsis';

  /** Whether one of `elements` hides a part of `box` that cannot be scrolled to. */
  const isCutOff = (box: DOMRect, elements: Element[]): boolean => {
    const end = elements.findIndex(hasOverflow(/auto|scroll/));
    const frames = elements
      .slice(0, end < 0 ? undefined : end)
      .filter((element) => hasOverflow(/hidden|clip/)(element) && !hasEllipsis(element))
      .map((element) => element.getBoundingClientRect());
    return (
      (end < 0 && box.left < -1) ||
      frames.some(
        ({ left, right, top, bottom }) =>
          box.left < left - 1 ||
          box.right > right + 1 ||
          box.top < top - 1 ||
          box.bottom > bottom + 1,
      )
    );
  };

  /** Returns the part of `box` that is visible in its scroll containers, or before its ellipsis. */
  const clip = (box: DOMRect, elements: Element[]): DOMRect => {
    const hasEdge = (element: Element) =>
      hasEllipsis(element) || hasOverflow(/auto|scroll/)(element);
    const frame = elements.find(hasEdge)?.getBoundingClientRect();
    if (!frame) return box;
    const [left, right] = [Math.max(box.left, frame.left), Math.min(box.right, frame.right)];
    return new DOMRect(left, box.top, Math.max(right - left, 0), box.height);
  };

  const listBoxes = (text: Text, start: number, end: number): DOMRect[] => {
    const range = document.createRange();
    range.setStart(text, start);
    range.setEnd(text, end);
    return [...range.getClientRects()];
  };

  /** Every visible line of text. */
  const lines: { text: Text; box: DOMRect }[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    const ancestors = listAncestors(text.parentElement);
    if (!text.data.trim() || !ancestors[0]?.checkVisibility({ visibilityProperty: true })) continue;
    // Formulas are set by overlapping boxes.
    if (ancestors.some((element) => isUnseen(element) || element.matches('.katex'))) continue;
    const boxes = listBoxes(text, 0, text.length);
    lines.push(...boxes.map((box) => ({ text, box: clip(box, ancestors) })));
    if (boxes.some((box) => isCutOff(box, ancestors))) faults.push(`cut off: ${text.data.trim()}`);
    if (getComputedStyle(ancestors[0]).hyphens === 'auto') continue;
    for (const { 0: word, index } of text.data.matchAll(/\p{Letter}+/gu)) {
      const tops = listBoxes(text, index, index + word.length).map(({ top }) => top);
      if (Math.max(...tops) > Math.min(...tops) + 1) faults.push(`broken: ${word}`);
    }
  }

  for (const menu of document.querySelectorAll('select')) {
    if (!menu.checkVisibility({ visibilityProperty: true })) continue;
    // As wide as its longest option.
    const whole = menu.cloneNode(true) as HTMLElement;
    whole.style.cssText = 'position: absolute; width: max-content; min-width: 0; max-width: none';
    menu.after(whole);
    if (menu.offsetWidth < whole.offsetWidth - 1) faults.push(`cut off: a menu of “${menu.value}”`);
    whole.remove();
  }

  /** Returns the part of a line box with letters, without the leading. */
  const core = ({ left, right, top, bottom, height }: DOMRect) => ({
    left: left + 1,
    right: right - 1,
    top: top + height * 0.2,
    bottom: bottom - height * 0.2,
  });
  for (const [index, one] of lines.entries())
    for (const other of lines.slice(index + 1)) {
      const [a, b] = [core(one.box), core(other.box)];
      const meet = a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
      if (meet && one.text !== other.text)
        faults.push(`“${one.text.data.trim()}” lies on “${other.text.data.trim()}”`);
    }
  return faults;
}
