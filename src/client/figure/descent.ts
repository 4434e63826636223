import {
  drawSteps,
  numberedSteps,
  pictureScale,
  pictureState,
  placeNumber,
} from '../../figures/gradient-descent/picture.ts';

/** The furthest that the start can be moved, in weights. */
const reach = { x: [-4, 2], y: [-2.4, 2] } as const;

/** So many that one sees where the path goes. */
const shownSteps = 12;

/** How far an arrow key moves the start, in weights. */
const stride = 0.1;

const figure = document.querySelector('.picture');
const drawing = figure?.querySelector<SVGSVGElement>('.descent');
const handle = drawing?.querySelector<SVGCircleElement>('.handle');
const range = figure?.querySelector('input');
if (figure && drawing && handle && range) animate(figure, drawing, handle, range);

/** Moves the path with the start and the size of its steps. */
function animate(
  figure: Element,
  drawing: SVGSVGElement,
  handle: SVGCircleElement,
  range: HTMLInputElement,
): void {
  let [x, y] = pictureState.start;
  const words = figure.querySelector('[data-words]');
  const marks = drawing.querySelectorAll('g > circle');
  const numbers = drawing.querySelectorAll('text');

  const draw = () => {
    const share = range.valueAsNumber;
    const points = drawSteps({ start: [x, y], share }, shownSteps);
    const [from = [0, 0]] = points;
    drawing.querySelector('path')?.setAttribute('d', `M${points.map(String).join('L')}`);
    for (let step = 0; step <= numberedSteps; step += 1) {
      const [left = 0, top = 0] = points[step] ?? [];
      marks[step]?.setAttribute('cx', String(left));
      marks[step]?.setAttribute('cy', String(top));
      const [at, line] = placeNumber(points, step);
      numbers[step]?.setAttribute('x', String(at));
      numbers[step]?.setAttribute('y', String(line));
    }
    handle.setAttribute('cx', String(from[0]));
    handle.setAttribute('cy', String(from[1]));
    handle.setAttribute('aria-valuenow', x.toFixed(1));
    handle.setAttribute('aria-valuetext', `${x.toFixed(1)}, ${y.toFixed(1)}`);
    const result = `${share} of the limit${share > 1 ? ': it diverges' : ''}`;
    if (words) words.textContent = result;
    range.setAttribute('aria-valuetext', result);
  };
  const move = (toX: number, toY: number) => {
    x = clamp(toX, reach.x);
    y = clamp(toY, reach.y);
    draw();
  };

  // The press that loaded this script may still last.
  let isHeld = handle.matches(':active');
  handle.addEventListener('pointerdown', (event) => {
    isHeld = true;
    handle.setPointerCapture(event.pointerId);
  });
  addEventListener('pointermove', ({ clientX, clientY, buttons }) => {
    isHeld &&= buttons > 0;
    const matrix = drawing.getScreenCTM();
    if (!isHeld || matrix === null) return;
    const point = new DOMPoint(clientX, clientY).matrixTransform(matrix.inverse());
    move(point.x / pictureScale, -point.y / pictureScale);
  });
  handle.addEventListener('keydown', (event) => {
    const [right, up] =
      { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key] ??
      [];
    if (right === undefined || up === undefined) return;
    event.preventDefault();
    move(x + right * stride, y + up * stride);
  });
  range.addEventListener('input', draw);
  draw();
}

function clamp(value: number, [least, most]: readonly [number, number]): number {
  return Math.max(least, Math.min(most, value));
}
