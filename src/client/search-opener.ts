{
  const open = () => {
    const button = document.querySelector('[data-search]');
    if (!(button instanceof HTMLElement)) return;
    const { search = '', home = '/' } = button.dataset;
    import(/* @vite-ignore */ search).then(
      () => button.dispatchEvent(new Event('search', { bubbles: true })),
      // Without the search, all that it could find is on one page.
      () => location.assign(`${home}contents/`),
    );
  };
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('[data-search]')) open();
  });
  document.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event;
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
