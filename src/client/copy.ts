import { words } from './words.ts';

/** Adds a copy button to each code block and citation, and one for the formulas, which are copied as TeX. */
export function offerCopies(): void {
  for (const block of document.querySelectorAll<HTMLElement>('.prose pre, [data-copy]')) {
    const button = buildButton(block.dataset.copy ?? words.copy, () => block);
    frame(block).append(button);
  }
  offerTex([...document.querySelectorAll<HTMLElement>('.prose .katex-display')].map(frame));
}

/** One button, and so one tab stop, for all formulas: it goes to the one under the pointer, or by arrow keys. */
function offerTex(frames: readonly HTMLElement[]): void {
  let index = 0;
  const button = buildButton(words.copyTex, () =>
    frames[index]?.querySelector('annotation[encoding="application/x-tex"]'),
  );
  button.title = words.otherFormulas;
  const place = (next: number) => {
    index = next;
    frames[index]?.append(button);
  };
  for (const [at, formula] of frames.entries())
    formula.addEventListener('pointerenter', () => {
      if (document.activeElement !== button) place(at);
    });
  button.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const next = index + (step ?? 0);
    if (step === undefined || frames[next] === undefined) return;
    event.preventDefault();
    place(next);
    frames[next].scrollIntoView({ block: 'center' });
    button.focus();
  });
  place(0);
}

/** Builds a button that copies the text of an element. */
function buildButton(label: string, find: () => Element | null | undefined): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = label;
  // Screen readers announce the changed label.
  button.ariaLive = 'polite';
  button.addEventListener('click', () => {
    void navigator.clipboard.writeText(find()?.textContent.trim() ?? '').then(
      () => (button.textContent = words.copied),
      () => (button.textContent = words.notCopied),
    );
  });
  button.addEventListener('blur', () => (button.textContent = label));
  return button;
}

/** Puts an element into one that can hold its button. */
function frame(block: HTMLElement): HTMLElement {
  const box = document.createElement('div');
  box.className = 'copyable';
  block.replaceWith(box);
  box.append(block);
  return box;
}
