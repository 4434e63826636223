import { words } from './words.ts';

/** Makes wide formulas, code and tables focusable, so that keys can scroll them, while they are wider than their room. */
export function markScrollers(): void {
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth) target.setAttribute('tabindex', '0');
      else target.removeAttribute('tabindex');
    }
  });
  for (const block of document.querySelectorAll<HTMLElement>(
    '.prose :is(pre, .katex-display, .wide, figure.table)',
  )) {
    if (block.matches('.katex-display')) {
      block.role = 'group';
      block.ariaLabel = words.formula;
    }
    observer.observe(block);
  }
}
