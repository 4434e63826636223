import { format, words } from './words.ts';

/** Opens a figure's picture in a full-window dialog. Escape or a click closes it. */
export function offerZoom(): void {
  for (const image of document.querySelectorAll<HTMLImageElement>('.prose figure img')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = `zoom ${image.className}`;
    button.ariaLabel = format(words.enlarge, { text: image.alt });
    image.replaceWith(button);
    button.append(image);
    button.addEventListener('click', () => {
      const dialog = document.createElement('dialog');
      dialog.className = 'zoomed';
      dialog.ariaLabel = image.alt;
      const close = document.createElement('button');
      close.type = 'button';
      close.textContent = words.close;
      const picture = image.cloneNode() as HTMLImageElement;
      picture.sizes = '100vw';
      dialog.append(close, picture);
      dialog.addEventListener('click', () => dialog.close());
      dialog.addEventListener('close', () => dialog.remove());
      document.body.append(dialog);
      dialog.showModal();
    });
  }
}
