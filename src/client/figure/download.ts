import type { Drawing } from '../../figures/shared/interactive-figure.ts';
import { formatCsv } from '../../figures/shared/markup.ts';
import { words } from '../words.ts';
import { find } from './find.ts';

/** The time for which a file is kept, ms: Safari reads it only after the click. */
const patience = 10_000;

/** Enables the downloads of a figure: its picture as SVG and PNG, its numbers as CSV, each once `settle` resolves. */
export function enableDownloads(root: HTMLElement, settle: () => Promise<Drawing>): void {
  // The code of a download is fetched at the first click.
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
        button.textContent = words.fileFailed;
        throw error;
      });
    });
  }
  // They replace the link to the file, which has the picture of the build.
  find(root, '.interactive-file', HTMLElement).hidden = true;
  find(root, '.interactive-downloads', HTMLElement).hidden = false;
}

/** Disables the downloads, and shows the link to the picture of the build again. */
export function disableDownloads(root: HTMLElement): void {
  find(root, '.interactive-downloads', HTMLElement).hidden = true;
  find(root, '.interactive-file', HTMLElement).hidden = false;
}
