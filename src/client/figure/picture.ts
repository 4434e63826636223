import type { Drawing } from '../../figures/shared/interactive-figure.ts';
import { renderTable, renderText } from '../../figures/shared/markup.ts';
import { words } from '../words.ts';
import { find, findSeen, findTitle } from './find.ts';
import { setMarkup } from './trusted.ts';

/** The time between the last drawing and its summary, ms: a screen reader could not follow every change. */
const stillness = 300;

/** The parts of a figure that change. */
export class Picture {
  /** The drawing that is shown; undefined while it is that of the build. */
  drawing: Drawing | undefined;
  readonly #root: HTMLElement;
  readonly #panels: HTMLElement[];
  /** The drawing of each panel that is seen. To find them after a change would lay out the page once more. */
  #pictures: SVGSVGElement[];
  readonly #redraw: () => void;
  readonly #summary: HTMLElement;
  #timer = 0;

  /** `redraw` is called when a drawing of another width is seen. */
  constructor(root: HTMLElement, redraw: () => void) {
    this.#root = root;
    this.#redraw = redraw;
    this.#summary = find(root, '.interactive-summary', HTMLElement);
    this.#summary.dataset.computing = words.computing;
    this.#panels = [...root.querySelectorAll<HTMLElement>('.panel')];
    this.#pictures = this.#panels.map(findSeen);
    const [panel] = this.#panels;
    const observer = new ResizeObserver(() => {
      this.#pictures = this.#panels.map(findSeen);
      if (this.drawing && this.drawing.panels[0]?.width !== this.width) redraw();
    });
    if (panel) observer.observe(panel);
  }

  /** The width that panels are drawn for. */
  get width(): number {
    return this.#pictures[0]?.viewBox.baseVal.width ?? 0;
  }

  /** Says that newer values than those that are shown are being computed. */
  wait(): void {
    clearTimeout(this.#timer);
    this.#summary.ariaBusy = 'true';
  }

  /** Shows a drawing, and updates the summary some time after the last one. */
  show(drawing: Drawing, isLast: boolean): void {
    // The window changed after this drawing was asked for.
    if (drawing.panels[0]?.width !== this.width) {
      this.#redraw();
      return;
    }
    if (isLast) {
      this.#summary.ariaBusy = null;
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => this.settle(), stillness);
    }
    for (const [index, { title, description, width, height, svg }] of drawing.panels.entries()) {
      const [panel, picture] = [this.#panels[index], this.#pictures[index]];
      if (panel === undefined || picture === undefined) continue;
      const last = this.drawing?.panels[index];
      // A panel that stays as it is need not be laid out again.
      if (svg !== last?.svg || width !== last.width || height !== last.height) {
        setMarkup(picture, svg);
        picture.setAttribute('viewBox', `0 0 ${width} ${height}`);
      }
      picture.setAttribute('aria-label', description);
      find(panel, '.panel-title', HTMLElement).textContent = title;
    }
    this.drawing = drawing;
  }

  /** Updates the summary and the table to the drawing. */
  settle(): Drawing {
    if (this.drawing === undefined) throw new Error('The figure is not drawn yet.');
    const { summary, table } = this.drawing;
    this.say(summary);
    const numbers = find(this.#root, '.interactive-table table', HTMLElement);
    setMarkup(numbers, renderTable(table, findTitle(this.#root).textContent));
    return this.drawing;
  }

  /** Sets the summary, if it changes: screen readers announce every replacement. */
  say(text: string): void {
    clearTimeout(this.#timer);
    this.#summary.ariaBusy = null;
    const said = document.createElement('template');
    setMarkup(said, renderText(text));
    if (this.#summary.innerHTML !== said.innerHTML) this.#summary.replaceChildren(said.content);
  }
}
