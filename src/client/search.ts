import styles from './search.css?inline';
import { SearchEngine, type SearchResult } from './search-engine.ts';
import { buildSlashChoice } from './search-shortcut.ts';
import { buildElement, buildGroups, describe } from './search-view.ts';
import { words } from './words.ts';

/** Milliseconds after the last keystroke before a search starts. */
const pause = 120;

let dialog: HTMLDialogElement | undefined;

/** A search button sends this event. It opens the dialog, or closes an open one. */
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

/** Builds a combobox as in the ARIA Authoring Practices. `home` is the path of the home page. */
function createDialog(home: string): HTMLDialogElement {
  const field = buildElement('input', {
    type: 'text',
    role: 'combobox',
    'aria-label': words.searchSite,
    'aria-autocomplete': 'list',
    'aria-controls': 'search-list',
    'aria-expanded': 'false',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    enterkeyhint: 'go',
    placeholder: words.searchHint,
  });
  const list = buildElement('div', {
    role: 'listbox',
    id: 'search-list',
    'aria-label': words.results,
  });
  const status = buildElement('p', { role: 'status', class: 'search-status' });
  const close = buildElement('button', { type: 'button' }, words.close);
  const contents = buildElement(
    'a',
    { href: `${home}contents/`, class: 'link' },
    words.allContents,
  );
  const dialog = buildElement(
    'dialog',
    {
      class: 'search',
      'aria-label': words.search,
      lang: words.language,
      dir: words.dir ?? 'ltr',
    },
    buildElement('div', { class: 'search-field' }, field, close),
    buildElement('div', { class: 'search-line' }, status, buildSlashChoice(), contents),
    list,
  );

  const engine = new SearchEngine(async (name) => {
    const response = await fetch(`${home}search/${name}.json`, {
      // The names of all other files contain a hash of their content.
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
  const listOptions = () => [...list.querySelectorAll<HTMLElement>('[role=option]')];
  const show = (results: readonly SearchResult[], message: string) => {
    select(undefined);
    list.replaceChildren(...buildGroups(results));
    list.scrollTop = 0;
    field.setAttribute('aria-expanded', String(results.length > 0));
    status.textContent = message;
  };

  let asked: string | undefined;
  let answer = Promise.resolve();
  const find = async (query: string) => {
    try {
      if (query === '') {
        const start = await engine.listStart();
        if (asked === '') show(start, '');
        return;
      }
      const matches = await engine.search(query);
      // A later query may already have been answered.
      if (query === asked) show(matches.best, describe(matches, query));
    } catch (error) {
      console.error(error);
      if (query !== asked) return;
      asked = undefined;
      show([], words.notLoaded);
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
    const options = listOptions();
    const place = options.findIndex((option) => option === selected);
    const next = { ArrowDown: place + 1, ArrowUp: place < 0 ? -1 : place - 1 }[event.key];
    if (next !== undefined) {
      event.preventDefault();
      select(options.at(next % (options.length || 1)));
    } else if (event.key === 'Enter')
      void search().then(() => {
        if (field.value.trim() === '' && selected === undefined) return;
        const option = selected ?? listOptions()[0];
        if (dialog.open && option instanceof HTMLElement) option.click();
      });
  });
  close.addEventListener('click', () => dialog.close());
  // A click on the backdrop targets the dialog itself. The second click of a double click was
  // meant for the button.
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
  void search();
  return dialog;
}
