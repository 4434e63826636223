import { panelWidth, type Drawing } from '../../figures/shared/interactive-figure.ts';
import { renderTable, renderText } from '../../figures/shared/markup.ts';
import { find } from './find.ts';
import { setMarkup } from './trusted.ts';

/** The time between the last drawing and its summary, ms: a screen reader could not follow every change. */
const stillness = 300;

/** The parts of a figure that change. */
export class Picture {
  /** The drawing that is shown; undefined while it is that of the build. */
  drawing: Drawing | undefined;
  readonly #root: HTMLElement;
  readonly #panels: HTMLElement[];
  #timer = 0;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#panels = [...root.querySelectorAll<HTMLElement>('.panel')];
  }

  /** Draws, and updates the summary some time after the last drawing. */
  show(drawing: Drawing, isLast: boolean): void {
    this.drawing = drawing;
    for (const [index, { title, description, height, svg }] of drawing.panels.entries()) {
      const panel = this.#panels[index];
      if (panel === undefined) continue;
      const picture = find(panel, 'svg', SVGSVGElement);
      setMarkup(picture, svg);
      picture.setAttribute('viewBox', `0 0 ${panelWidth} ${height}`);
      picture.setAttribute('aria-label', description);
      find(panel, '.panel-title', HTMLElement).textContent = title;
    }
    clearTimeout(this.#timer);
    if (isLast) this.#timer = window.setTimeout(() => this.settle(), stillness);
  }

  /** Updates the summary and the table to the drawing. */
  settle(): Drawing {
    clearTimeout(this.#timer);
    if (this.drawing === undefined) throw new Error('The figure is not drawn yet.');
    const { summary, table } = this.drawing;
    this.say(summary);
    const numbers = find(this.#root, '.interactive-table table', HTMLElement);
    const title = find(this.#root, '.interactive-title', HTMLElement).textContent;
    setMarkup(numbers, renderTable(table, title));
    return this.drawing;
  }

  /** Sets the summary, if it changes: screen readers announce every replacement. */
  say(words: string): void {
    const place = find(this.#root, '.interactive-summary', HTMLElement);
    const said = document.createElement('template');
    setMarkup(said, renderText(words));
    if (place.innerHTML !== said.innerHTML) place.replaceChildren(said.content);
  }
}
