import type { Drawing, Scan, ScanAxis } from '../../figures/shared/interactive-figure.ts';
import type { Values } from '../../figures/shared/parameter.ts';
import type { Controls } from './controls.ts';
import { findSeen } from './find.ts';
import { Handle, type Place } from './handle.ts';

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
 * previews the values below it; a press or a tap chooses them, and so does a drag of the handle.
 */
export class Scanner {
  readonly #panels: HTMLElement[];
  readonly #handles: Handle[];
  readonly #controls: Controls;
  #drawing: Drawing | undefined;
  /** Whether the drawing is that of the place below the pointer. */
  #isPreview = false;

  constructor(root: HTMLElement, controls: Controls, { preview, update, choose }: Actions) {
    this.#panels = [...root.querySelectorAll<HTMLElement>('.panel')];
    this.#controls = controls;
    this.#handles = this.#panels.map((panel, index) => {
      const fill = (scan: Scan, place: Place) =>
        controls.fill(controls.readWith(pointAt(findSeen(panel), scan, place)));
      return new Handle(panel, {
        // Its scale is that of the picture when the drag begins: the picture may change it meanwhile.
        start: () => {
          this.#isPreview = false;
          return this.#drawing?.panels[index]?.scan;
        },
        move: (scan, place) => {
          fill(scan, place);
          update();
        },
        end: (scan, place) => {
          fill(scan, place);
          choose();
        },
      });
    });
    for (const [index, panel] of this.#panels.entries()) {
      const findScan = () => this.#drawing?.panels[index]?.scan;
      let pressed: number | undefined;
      panel.addEventListener('pointermove', (event) => {
        const scan = findScan();
        if (scan === undefined || scan.isStill || event.pointerType === 'touch') return;
        this.#isPreview = true;
        preview(controls.readWith(pointAt(findSeen(panel), scan.press ?? scan, event)));
      });
      panel.addEventListener('pointerleave', () => {
        pressed = undefined;
        const isPreview = this.#isPreview;
        this.#isPreview = false;
        if (isPreview) update();
      });
      panel.addEventListener('pointerdown', ({ pointerId, button }) => {
        if (button === 0) pressed = pointerId;
      });
      // A click would be lost where the picture was drawn anew between its two halves.
      panel.addEventListener('pointerup', (event) => {
        const scan = findScan();
        if (scan === undefined || event.pointerId !== pressed) return;
        pressed = undefined;
        this.#isPreview = false;
        controls.fill(controls.readWith(pointAt(findSeen(panel), scan.press ?? scan, event)));
        choose();
      });
      panel.addEventListener('keydown', (event) => {
        const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
        const axis = findAxis(findScan(), key);
        if (axis === undefined || altKey || ctrlKey || metaKey || shiftKey) return;
        event.preventDefault();
        this.#isPreview = false;
        const direction = Math.sign((axis.to - axis.from) * (axis.last - axis.first));
        this.#step(axis, /Right|Down/.test(key) ? direction : -direction);
        choose();
      });
    }
  }

  /** Makes the panels operable in which the drawing has values to choose. */
  show(drawing: Drawing): void {
    this.#drawing = drawing;
    for (const [index, shown] of drawing.panels.entries()) {
      const { title, scan } = shown;
      const panel = this.#panels[index];
      if (panel === undefined) continue;
      // The handle stays at the chosen values.
      if (!this.#isPreview) this.#handles[index]?.show(scan?.at, shown);
      panel.classList.toggle('scanned', scan !== undefined);
      if (scan === undefined) {
        for (const name of ['tabindex', 'role', 'aria-label', 'data-keys'])
          panel.removeAttribute(name);
        continue;
      }
      // With this role a screen reader passes the arrow keys on.
      panel.role = 'application';
      panel.tabIndex = 0;
      panel.dataset.keys = [(scan.x ?? scan.across) && '← →', scan.y && '↑ ↓']
        .filter(Boolean)
        .join(' ');
      panel.ariaLabel = `${title}: arrow keys choose ${this.#describe(scan)}`;
    }
  }

  /** Moves to the next value of an axis, down where `direction` is −1. */
  #step({ parameter, values }: ScanAxis, direction: number): void {
    const controls = this.#controls;
    if (values === undefined) {
      controls.step(parameter, direction);
      return;
    }
    const next = values[values.indexOf(Number(controls.read()[parameter])) + direction];
    if (next !== undefined) controls.fill(controls.readWith(new Map([[parameter, next]])));
  }

  #describe({ x, y, across }: Scan): string {
    const names = [x ?? across, y].flatMap((axis) => axis?.parameter ?? []);
    return names.map((name) => `“${this.#controls.parameters[name]?.label}”`).join(' and ');
  }
}

/** The values that a place in a picture stands for, by the names of their parameters. */
function pointAt(
  picture: SVGSVGElement,
  { x, y }: Pick<Scan, 'x' | 'y'>,
  { clientX, clientY }: Place,
): ReadonlyMap<string, number> {
  const { left, top, width } = picture.getBoundingClientRect();
  const scale = picture.viewBox.baseVal.width / width;
  return new Map([
    ...readAxis(x, (clientX - left) * scale),
    ...readAxis(y, (clientY - top) * scale),
  ]);
}

/** The value of a place on an axis, by the name of its parameter. */
export function readAxis(axis: ScanAxis | undefined, place: number): [string, number][] {
  if (axis === undefined) return [];
  const { parameter, from, to, first, last, stops, values } = axis;
  if (stops) {
    const distances = stops.map((stop) => Math.abs(stop - place));
    const nearest = distances.indexOf(Math.min(...distances));
    return [[parameter, values?.[nearest] ?? first + (nearest % (last - first + 1))]];
  }
  const share = Math.min(Math.max((place - from) / (to - from), 0), 1);
  return [[parameter, first + share * (last - first)]];
}

function findAxis(scan: Scan | undefined, key: string): ScanAxis | undefined {
  if (key === 'ArrowLeft' || key === 'ArrowRight') return scan?.x ?? scan?.across;
  if (key === 'ArrowUp' || key === 'ArrowDown') return scan?.y;
  return undefined;
}
