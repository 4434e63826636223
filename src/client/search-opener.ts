// Inlined in every page as it is: hence no types, and a block that keeps its names local.
{
  const page = document.documentElement;
  // WCAG 2.1.4: a single-key shortcut can be turned off. The search dialog has the setting.
  try {
    page.dataset.slash = localStorage.getItem('slash') ?? 'on';
  } catch {
    // Without storage, the choice lasts as long as the page.
  }
  // Keys typed while the search is loading go to its field.
  let isAwaited = false;
  let typed = '';
  const open = () => {
    const button = document.querySelector('[data-search]');
    if (isAwaited || !(button instanceof HTMLElement)) return;
    const { search = '', home = '/' } = button.dataset;
    isAwaited = true;
    typed = '';
    import(/* @vite-ignore */ search).then(
      () => {
        if (isAwaited)
          button.dispatchEvent(new CustomEvent('search', { bubbles: true, detail: typed }));
        isAwaited = false;
      },
      () => {
        // Without the search, the contents page lists everything.
        if (isAwaited) location.assign(`${home}contents/`);
        isAwaited = false;
      },
    );
  };
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('[data-search]')) open();
  });
  document.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event;
    const isPlain = !ctrlKey && !metaKey && !altKey;
    if (isAwaited && isPlain) {
      if (key === 'Escape') isAwaited = false;
      if (key === 'Backspace') typed = typed.slice(0, -1);
      if (key.length > 1) return;
      event.preventDefault();
      typed += key;
      return;
    }
    const field = target instanceof Element && target.closest('input,select,textarea,dialog');
    // A closed dialog keeps the focus for a moment.
    const isTyping = field && field.checkVisibility();
    const isSlash = key === '/' && isPlain && !isTyping && page.dataset.slash !== 'off';
    const isK = /^k$/i.test(key) && ctrlKey !== metaKey && !altKey && !shiftKey;
    if (!isSlash && !isK) return;
    event.preventDefault();
    if (!event.repeat) open();
  });
}
