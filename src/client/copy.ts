/** Gives each sample of code, formula and citation a button that copies it, a formula as TeX. */
export function offerCopies(): void {
  const blocks = '.prose pre, .prose .katex-display, [data-copy]';
  for (const block of document.querySelectorAll<HTMLElement>(blocks)) {
    const tex = block.querySelector('annotation[encoding="application/x-tex"]');
    const label = block.dataset.copy ?? (tex ? 'Copy TeX' : 'Copy');
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = label;
    // The word on the button is what a screen reader hears when it changes.
    button.ariaLive = 'polite';
    button.addEventListener('click', () => {
      void navigator.clipboard.writeText((tex ?? block).textContent.trim()).then(
        () => (button.textContent = 'Copied'),
        () => (button.textContent = 'Could not copy'),
      );
    });
    button.addEventListener('blur', () => (button.textContent = label));
    const frame = document.createElement('div');
    frame.className = 'copyable';
    block.replaceWith(frame);
    frame.append(block, button);
  }
}
