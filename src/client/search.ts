import styles from './search.css?inline';
import { SearchEngine } from './search-engine.ts';
import { buildSlashChoice } from './search-shortcut.ts';
import { buildElement, buildOption, describe } from './search-view.ts';

/** Milliseconds without a keystroke after which a search begins. */
const pause = 120;

let dialog: HTMLDialogElement | undefined;

/** The event of a button that opens the search, or closes it where it is open. */
document.addEventListener('search', (event) => {
  const { target } = event;
  if (!(target instanceof HTMLElement) || !(event instanceof CustomEvent)) return;
  dialog ??= createDialog(target.dataset.home ?? '/');
  if (dialog.open) {
    dialog.close();
    return;
  }
  dialog.showModal();
  const field = dialog.querySelector('input');
  field?.select();
  const typed: unknown = event.detail;
  if (field === null || typeof typed !== 'string' || typed === '') return;
  field.value = typed;
  field.dispatchEvent(new Event('input'));
});

/** For the site whose first page is at `home`: a field, and the list of what it finds: a combobox as the ARIA Authoring Practices have it. */
function createDialog(home: string): HTMLDialogElement {
  const field = buildElement('input', {
    type: 'text',
    role: 'combobox',
    'aria-label': 'Search this site',
    'aria-autocomplete': 'list',
    'aria-controls': 'search-list',
    'aria-expanded': 'false',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    enterkeyhint: 'go',
    placeholder: 'Words, formulas, authors',
  });
  const list = buildElement('div', { role: 'listbox', id: 'search-list', 'aria-label': 'Results' });
  const status = buildElement('p', { role: 'status', class: 'search-status' });
  const close = buildElement('button', { type: 'button' }, 'Close');
  const contents = buildElement('a', { href: `${home}contents/`, class: 'link' }, 'All contents');
  const dialog = buildElement(
    'dialog',
    { class: 'search', 'aria-label': 'Search' },
    buildElement('div', { class: 'search-field' }, field, close),
    buildElement('div', { class: 'search-line' }, status, buildSlashChoice(), contents),
    list,
  );

  const engine = new SearchEngine(async (name) => {
    const response = await fetch(`${home}search/${name}.json`, {
      // The other files have names that change with what is in them.
      cache: name === 'catalogue' ? 'no-cache' : 'default',
    });
    if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
    return (await response.json()) as unknown;
  });

  let selected: Element | undefined;
  const select = (option: Element | undefined) => {
    selected?.setAttribute('aria-selected', 'false');
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
    field.setAttribute('aria-activedescendant', option?.id ?? '');
    selected = option;
  };
  const show = (options: HTMLElement[], message: string) => {
    select(undefined);
    list.replaceChildren(...options);
    list.scrollTop = 0;
    field.setAttribute('aria-expanded', String(options.length > 0));
    status.textContent = message;
  };

  let asked = '';
  let answer = Promise.resolve();
  const find = async (query: string) => {
    try {
      const matches = await engine.search(query);
      // A later question may have been answered before.
      if (query === asked) show(matches.best.map(buildOption), query && describe(matches, query));
    } catch (error) {
      console.error(error);
      if (query !== asked) return;
      asked = '';
      show([], 'The search could not be loaded. Are you online?');
    }
  };
  const search = (): Promise<void> => {
    const query = field.value.trim();
    if (query !== asked) {
      asked = query;
      answer = find(query);
    }
    return answer;
  };

  let timer: ReturnType<typeof setTimeout> | undefined;
  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void search(), pause);
  });
  field.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const options = [...list.children];
    const place = selected ? options.indexOf(selected) : -1;
    const next = { ArrowDown: place + 1, ArrowUp: place < 0 ? -1 : place - 1 }[event.key];
    if (next !== undefined) {
      event.preventDefault();
      select(options.at(next % (options.length || 1)));
    } else if (event.key === 'Enter')
      void search().then(() => {
        const option = selected ?? list.firstElementChild;
        if (dialog.open && option instanceof HTMLElement) option.click();
      });
  });
  close.addEventListener('click', () => dialog.close());
  // What is outside its box counts as the dialog itself; the second click of a double one was for the button.
  dialog.addEventListener('mousedown', (event) => {
    if (event.target === dialog) event.preventDefault();
  });
  dialog.addEventListener('click', ({ target, detail, ctrlKey, metaKey, shiftKey }) => {
    const isLink = target instanceof Element && target.closest('a') !== null;
    const isElsewhere = ctrlKey || metaKey || shiftKey;
    const isOutside = target === dialog && detail < 2;
    if (isOutside || (isLink && !isElsewhere)) dialog.close();
  });

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets.push(sheet);
  document.body.append(dialog);
  return dialog;
}
