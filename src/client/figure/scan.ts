import {
  panelWidth,
  type Drawing,
  type Scan,
  type ScanAxis,
} from '../../figures/shared/interactive-figure.ts';
import type { Values } from '../../figures/shared/parameter.ts';
import type { Controls } from './controls.ts';
import { find } from './find.ts';

/** The functions of a figure that its scanner calls. */
interface Actions {
  /** Draws these values, and leaves the controls as they are. */
  preview: (values: Values) => void;
  /** Draws the values of the controls. */
  update: () => void;
  /** Draws them and writes them into the address. */
  choose: () => void;
}

/**
 * Lets a pointer and the arrow keys choose values in the pictures of a figure, as its controls do. A moving pointer
 * previews the values below it; a press or a tap chooses them.
 */
export class Scanner {
  readonly #panels: HTMLElement[];
  readonly #controls: Controls;
  #drawing: Drawing | undefined;

  constructor(root: HTMLElement, controls: Controls, { preview, update, choose }: Actions) {
    this.#panels = [...root.querySelectorAll<HTMLElement>('.panel')];
    this.#controls = controls;
    for (const [index, panel] of this.#panels.entries()) {
      const picture = find(panel, 'svg', SVGSVGElement);
      const findScan = () => this.#drawing?.panels[index]?.scan;
      let isPreview = false;
      let pressed: number | undefined;
      picture.addEventListener('pointermove', (event) => {
        const scan = findScan();
        if (scan === undefined || event.pointerType === 'touch') return;
        isPreview = true;
        preview(controls.readWith(pointAt(picture, scan, event)));
      });
      picture.addEventListener('pointerleave', () => {
        pressed = undefined;
        if (isPreview) update();
        isPreview = false;
      });
      picture.addEventListener('pointerdown', ({ pointerId, button }) => {
        if (button === 0) pressed = pointerId;
      });
      // A click would be lost where the picture was drawn anew between its two halves.
      picture.addEventListener('pointerup', (event) => {
        const scan = findScan();
        if (scan === undefined || event.pointerId !== pressed) return;
        pressed = undefined;
        isPreview = false;
        controls.fill(controls.readWith(pointAt(picture, scan, event)));
        choose();
      });
      panel.addEventListener('keydown', (event) => {
        const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
        const axis = findAxis(findScan(), key);
        if (axis === undefined || altKey || ctrlKey || metaKey || shiftKey) return;
        event.preventDefault();
        isPreview = false;
        const direction = Math.sign((axis.to - axis.from) * (axis.last - axis.first));
        controls.step(axis.parameter, /Right|Down/.test(key) ? direction : -direction);
        choose();
      });
    }
  }

  /** Makes the panels operable in which the drawing has values to choose. */
  show(drawing: Drawing): void {
    this.#drawing = drawing;
    for (const [index, { title, scan }] of drawing.panels.entries()) {
      const panel = this.#panels[index];
      if (panel === undefined) continue;
      panel.classList.toggle('scanned', scan !== undefined);
      if (scan === undefined) {
        for (const name of ['tabindex', 'role', 'aria-label']) panel.removeAttribute(name);
        continue;
      }
      // With this role a screen reader passes the arrow keys on.
      panel.role = 'application';
      panel.tabIndex = 0;
      panel.ariaLabel = `${title}: arrow keys choose ${this.#describe(scan)}`;
    }
  }

  #describe({ x, y }: Scan): string {
    const names = [x, y].flatMap((axis) => axis?.parameter ?? []);
    return names.map((name) => `“${this.#controls.parameters[name]?.label}”`).join(' and ');
  }
}

/** The values that a place in a picture stands for, by the names of their parameters. */
function pointAt(
  picture: SVGSVGElement,
  { x, y }: Scan,
  { clientX, clientY }: MouseEvent,
): ReadonlyMap<string, number> {
  const { left, top, width } = picture.getBoundingClientRect();
  const scale = panelWidth / width;
  return new Map([
    ...readAxis(x, (clientX - left) * scale),
    ...readAxis(y, (clientY - top) * scale),
  ]);
}

function readAxis(axis: ScanAxis | undefined, place: number): [string, number][] {
  if (axis === undefined) return [];
  const { parameter, from, to, first, last } = axis;
  const share = Math.min(Math.max((place - from) / (to - from), 0), 1);
  return [[parameter, first + share * (last - first)]];
}

function findAxis(scan: Scan | undefined, key: string): ScanAxis | undefined {
  if (key === 'ArrowLeft' || key === 'ArrowRight') return scan?.x;
  if (key === 'ArrowUp' || key === 'ArrowDown') return scan?.y;
  return undefined;
}
