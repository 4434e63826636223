{
  // What is typed while the search is being fetched is meant for it.
  let isFetching = false;
  let typed = '';
  const open = () => {
    const button = document.querySelector('[data-search]');
    if (!(button instanceof HTMLElement)) return;
    const { search = '', home = '/' } = button.dataset;
    isFetching = true;
    import(/* @vite-ignore */ search).then(
      () => {
        button.dispatchEvent(new CustomEvent('search', { bubbles: true, detail: typed }));
        isFetching = false;
        typed = '';
      },
      // Without the search, all that it could find is on one page.
      () => location.assign(`${home}contents/`),
    );
  };
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('[data-search]')) open();
  });
  document.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event;
    if (isFetching && key.length === 1 && !ctrlKey && !metaKey) {
      event.preventDefault();
      typed += key;
      return;
    }
    const field = target instanceof Element && target.closest('input,select,textarea,dialog');
    // The focus stays for a moment in a dialog that was closed.
    const isTyping = field && field.checkVisibility();
    const isSlash = key === '/' && !ctrlKey && !metaKey && !altKey && !isTyping;
    const isK = /^k$/i.test(key) && ctrlKey !== metaKey && !altKey && !shiftKey;
    if (!isSlash && !isK) return;
    event.preventDefault();
    if (!event.repeat) open();
  });
}
