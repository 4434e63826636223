/** Gives each sample of code and each formula a button that copies it, a formula as TeX. */
export function offerCopies(): void {
  for (const block of document.querySelectorAll<HTMLElement>('.prose pre, .prose .katex-display')) {
    const tex = block.querySelector('annotation[encoding="application/x-tex"]');
    const label = tex ? 'Copy TeX' : 'Copy';
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
