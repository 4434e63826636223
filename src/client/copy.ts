/** Adds a copy button to each code block, formula and citation. A formula is copied as TeX. */
export function offerCopies(): void {
  const blocks = '.prose pre, .prose .katex-display, [data-copy]';
  for (const block of document.querySelectorAll<HTMLElement>(blocks)) {
    const tex = block.querySelector('annotation[encoding="application/x-tex"]');
    const label = block.dataset.copy ?? (tex ? 'Copy TeX' : 'Copy');
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = label;
    // Screen readers announce the changed label.
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
