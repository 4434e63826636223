/**
 * Shows the cited work on hover, keyboard focus or tap: where its note in the margin is in sight, by a mark on the note,
 * else in a card. Escape and a click elsewhere close the card, as with any popover. Without support for popovers and
 * anchor positioning, a citation remains a link to the reference list.
 */
export function showCitationCards(): void {
  if (!('popover' in HTMLElement.prototype) || !CSS.supports('position-area: top')) return;
  const card = document.createElement('div');
  card.popover = 'auto';
  card.className = 'card';
  // A card that scrolls would be a tab stop, though the reference list holds the same text.
  card.tabIndex = -1;
  document.body.append(card);
  // Where nothing hovers, a tapped link may keep `:hover`.
  const canHover = matchMedia('(hover: hover)').matches;
  let shown: HTMLAnchorElement | undefined;
  let pointed: Element | undefined;

  const show = (link: HTMLAnchorElement) => {
    const work = document.getElementById(readWorkId(link));
    if (work === null || shown === link) return;
    card.replaceChildren(...[...work.children].map((child) => child.cloneNode(true)));
    // Tab continues in the text. Enter leads to the reference list, which has the same links.
    for (const copy of card.querySelectorAll('a')) copy.tabIndex = -1;
    card.hidePopover();
    card.showPopover({ source: link });
    shown = link;
  };
  const point = (link: HTMLAnchorElement) => {
    pointed = findNote(link);
    pointed?.classList.add('pointed');
    if (pointed === undefined) show(link);
  };
  const hide = ({ relatedTarget }: MouseEvent | FocusEvent) => {
    pointed?.classList.remove('pointed');
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
      if (!isTap) point(link);
    });
    link.addEventListener('pointerleave', hide);
    link.addEventListener('focus', () => {
      if (!isTap) point(link);
    });
    link.addEventListener('blur', hide);
    link.addEventListener('click', (event) => {
      // The first tap shows the card, which has the links. A click or Enter follows the citation.
      if (isTap && shown !== link) {
        event.preventDefault();
        show(link);
      }
    });
    // The reader may have come to it before the script did.
    const isPointed = canHover && link.matches(':hover');
    if (isPointed || link === document.activeElement) point(link);
  }
}

function readWorkId(link: HTMLAnchorElement): string {
  return decodeURIComponent(link.hash.slice(1));
}

/** The note of the cited work, if the window shows it. */
function findNote(link: HTMLAnchorElement): Element | undefined {
  const note = document.querySelector(`[data-work="${CSS.escape(readWorkId(link))}"]`);
  const { top = 0, bottom = 0 } = note?.getBoundingClientRect() ?? {};
  // A note that is not shown has no height.
  return note && top >= 0 && top < bottom && bottom <= innerHeight ? note : undefined;
}
