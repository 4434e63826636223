import { buildElement } from './search-view.ts';

/** Whether `/` opens the search, for the reader to choose, as a shortcut of one key can be in the way. */
export function buildSlashChoice(): HTMLLabelElement {
  const page = document.documentElement;
  const box = buildElement('input', { type: 'checkbox' });
  box.checked = page.dataset.slash !== 'off';
  box.addEventListener('change', () => {
    page.dataset.slash = box.checked ? 'on' : 'off';
    try {
      localStorage.setItem('slash', page.dataset.slash);
    } catch {
      // Where storage is refused, the choice lasts as long as the page.
    }
  });
  return buildElement('label', {}, box, 'Open with /');
}
