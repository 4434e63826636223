// Inlined in the page with a picture as it is: hence no types.
// The script of the picture is fetched when a reader first touches it, with a pointer or the keyboard.
for (const touch of ['pointerover', 'focusin'])
  document.addEventListener(touch, ({ target }) => {
    const picture = target instanceof Element && target.closest('[data-live]');
    if (picture instanceof HTMLElement)
      import(/* @vite-ignore */ picture.dataset.live ?? '').catch(console.error);
  });
