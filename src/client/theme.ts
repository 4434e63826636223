{
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  let stored = null;
  try {
    stored = localStorage.getItem('theme');
  } catch {
    // Without storage, the choice lasts as long as the page.
  }
  root.dataset.theme = stored === 'light' || stored === 'dark' ? stored : 'system';

  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element) || !target.closest('[data-theme-button]')) return;
    // From the system's theme to the opposite one, to the same one by choice, and back.
    const cycle = dark.matches ? ['system', 'light', 'dark'] : ['system', 'dark', 'light'];
    const theme = cycle[(cycle.indexOf(root.dataset.theme ?? '') + 1) % 3] ?? 'system';
    root.dataset.theme = theme;
    try {
      localStorage.setItem('theme', theme);
    } catch {
      // As above.
    }
  });
}
