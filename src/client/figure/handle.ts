import type { Scan } from '../../figures/shared/interactive-figure.ts';

/** The functions that a drag calls, each with the place of the handle in the window. */
interface Drag {
  /** Begins a drag, and returns the scan by which it is read to its end; undefined refuses it. */
  start: () => Scan | undefined;
  move: (scan: Scan, place: Place) => void;
  end: (scan: Scan, place: Place) => void;
}

/** A place in the window. */
export type Place = Pick<MouseEvent, 'clientX' | 'clientY'>;

/**
 * The handle of a panel: a ring over the picture at the present values. A pointer drags it; the arrow keys of the
 * panel, which has the focus, do the same, so assistive technology does not need it.
 */
export class Handle {
  readonly #panel: HTMLElement;
  readonly #ring = document.createElement('span');

  constructor(panel: HTMLElement, { start, move, end }: Drag) {
    this.#panel = panel;
    this.#ring.className = 'handle';
    this.#ring.ariaHidden = 'true';
    let drag: { scan: Scan; x: number; y: number } | undefined;
    const locate = ({ clientX, clientY }: Place): Place => {
      return { clientX: clientX - (drag?.x ?? 0), clientY: clientY - (drag?.y ?? 0) };
    };
    this.#ring.addEventListener('pointerdown', (event) => {
      const scan = event.button === 0 ? start() : undefined;
      if (scan === undefined) return;
      // The press neither selects text nor chooses in the picture.
      event.preventDefault();
      event.stopPropagation();
      panel.focus({ preventScroll: true, focusVisible: false });
      this.#ring.setPointerCapture(event.pointerId);
      const { left, top, width, height } = this.#ring.getBoundingClientRect();
      const [x, y] = [event.clientX - left - width / 2, event.clientY - top - height / 2];
      drag = { scan, x, y };
    });
    this.#ring.addEventListener('pointermove', (event) => {
      if (drag === undefined) return;
      event.stopPropagation();
      move(drag.scan, locate(event));
    });
    for (const name of ['pointerup', 'pointercancel'] as const)
      this.#ring.addEventListener(name, (event) => {
        if (drag === undefined) return;
        event.stopPropagation();
        end(drag.scan, locate(event));
        drag = undefined;
      });
  }

  /** Puts the handle at a place in the picture, which ends the panel and fills its width. */
  show(at: Scan['at'], { width, height }: { width: number; height: number }): void {
    if (at === undefined) {
      this.#ring.remove();
      return;
    }
    this.#ring.style.insetInlineStart = `${(100 * at[0]) / width}%`;
    // Shares of a margin are of the width.
    this.#ring.style.marginBlockEnd = `${(100 * (height - at[1])) / width}%`;
    if (!this.#ring.isConnected) this.#panel.append(this.#ring);
  }
}
