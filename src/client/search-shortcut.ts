import { buildElement } from './search-view.ts';
import { words } from './words.ts';

/** Lets the reader turn the `/` shortcut off (WCAG 2.1.4). */
export function buildSlashChoice(): HTMLLabelElement {
  const page = document.documentElement;
  const box = buildElement('input', { type: 'checkbox' });
  box.checked = page.dataset.slash !== 'off';
  box.addEventListener('change', () => {
    page.dataset.slash = box.checked ? 'on' : 'off';
    try {
      localStorage.setItem('slash', page.dataset.slash);
    } catch {
      // Without storage, the choice lasts as long as the page.
    }
  });
  return buildElement('label', {}, box, words.slash);
}
