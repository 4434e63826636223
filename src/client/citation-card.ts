/**
 * Shows a card with the cited work on hover, keyboard focus or tap. Escape and a click elsewhere
 * close it, as with any popover. Without support for popovers and anchor positioning, a citation
 * remains a link to the reference list.
 */
export function showCitationCards(): void {
  if (!('popover' in HTMLElement.prototype) || !CSS.supports('position-area: top')) return;
  const card = document.createElement('div');
  card.popover = 'auto';
  card.className = 'card';
  // A card that scrolls would be a tab stop, though the reference list holds the same text.
  card.tabIndex = -1;
  document.body.append(card);
  let shown: HTMLAnchorElement | undefined;

  const show = (link: HTMLAnchorElement) => {
    const work = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (work === null || shown === link) return;
    card.replaceChildren(...[...work.children].map((child) => child.cloneNode(true)));
    // Tab continues in the text. Enter leads to the reference list, which has the same links.
    for (const copy of card.querySelectorAll('a')) copy.tabIndex = -1;
    card.hidePopover();
    card.showPopover({ source: link });
    shown = link;
  };
  const hide = ({ relatedTarget }: MouseEvent | FocusEvent) => {
    const isInside = relatedTarget instanceof Node && card.contains(relatedTarget);
    if (!isInside && relatedTarget !== shown) card.hidePopover();
  };

  card.addEventListener('toggle', (event) => {
    if (event.newState === 'closed') shown = undefined;
  });
  card.addEventListener('pointerleave', hide);
  card.addEventListener('focusout', hide);
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a.cite')) {
    let isTap = false;
    link.addEventListener('pointerenter', ({ pointerType }) => {
      isTap = pointerType === 'touch';
      if (!isTap) show(link);
    });
    link.addEventListener('pointerleave', hide);
    link.addEventListener('focus', () => {
      if (!isTap) show(link);
    });
    link.addEventListener('blur', hide);
    link.addEventListener('click', (event) => {
      // The first tap shows the card, which has the links. A click or Enter follows the citation.
      if (isTap && shown !== link) {
        event.preventDefault();
        show(link);
      }
    });
  }
}
