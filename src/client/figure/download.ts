import type { Drawing } from '../../figures/shared/interactive-figure.ts';
import { formatCsv } from '../../figures/shared/markup.ts';
import { find } from './find.ts';

/** How long a file is kept for its download: Safari reads it only after the click, ms. */
const patience = 10_000;

/** Offers the picture of a figure as SVG and PNG, and its numbers as CSV, when all is drawn that was chosen. */
export function offerDownloads(root: HTMLElement, settle: () => Promise<Drawing>): void {
  // What makes a picture of a figure is fetched when it is asked for.
  const compose = async () => (await import('./export.ts')).composeSvg(root);
  const formats: Readonly<Record<string, (drawing: Drawing) => Blob | Promise<Blob>>> = {
    svg: async () => {
      const text = new XMLSerializer().serializeToString(await compose());
      return new Blob([text], { type: 'image/svg+xml' });
    },
    png: async () => (await import('./paint.ts')).paintPng(await compose()),
    // The mark of byte order: without it, spreadsheets take a minus sign for three other letters.
    csv: ({ table }) => new Blob(['\ufeff', formatCsv(table)], { type: 'text/csv' }),
  };
  const save = async (format: string) => {
    const file = await formats[format]?.(await settle());
    if (file === undefined) return;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = `${root.id}.${format}`;
    link.click();
    setTimeout(() => {
      URL.revokeObjectURL(link.href);
    }, patience);
  };
  for (const button of root.querySelectorAll<HTMLButtonElement>('[data-download]')) {
    button.addEventListener('click', () => {
      save(button.dataset.download ?? '').catch((error: unknown) => {
        button.textContent = 'Could not be made';
        throw error;
      });
    });
  }
  // In the place of the file, which has the picture as it was built.
  find(root, '.interactive-file', HTMLElement).hidden = true;
  find(root, '.interactive-downloads', HTMLElement).hidden = false;
}

/** Offers only the picture as it was built. */
export function withdrawDownloads(root: HTMLElement): void {
  find(root, '.interactive-downloads', HTMLElement).hidden = true;
  find(root, '.interactive-file', HTMLElement).hidden = false;
}
