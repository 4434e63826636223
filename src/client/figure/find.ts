/**
 * The first element in `root` that a selector finds.
 *
 * @throws Error if there is none, or one of another kind: the page was not built so
 */
export function find<Kind extends Element>(
  root: Element,
  selector: string,
  kind: new () => Kind,
): Kind {
  const found = root.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`The figure has no ${selector}.`);
}

/** The title of a figure, which is before the figure where that is folded. */
export function findTitle({ id }: HTMLElement): HTMLElement {
  return find(document.body, `#${id}-title`, HTMLElement);
}

/** The drawing of a panel that the page shows: the wide one, or that for little room. */
export function findSeen(panel: Element): SVGSVGElement {
  const drawings = [...panel.querySelectorAll<SVGSVGElement>(':scope > svg')];
  const seen = drawings.find((drawing) => drawing.getClientRects().length > 0);
  return seen ?? find(panel, 'svg', SVGSVGElement);
}
