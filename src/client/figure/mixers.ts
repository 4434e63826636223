const figure = document.querySelector('.mixers');
const plates = figure?.querySelectorAll<SVGSVGElement>('.plate') ?? [];
const range = figure?.querySelector('input');

/** The frame around the row of one output on each plate. */
const outlines = Array.from(plates, (plate) => {
  const outline = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  outline.setAttribute('width', '100%');
  outline.setAttribute('height', '1');
  plate.append(outline);
  return outline;
});

const mark = (output: number) => {
  for (const outline of outlines) outline.setAttribute('y', String(output - 1));
};

if (range) {
  mark(range.valueAsNumber);
  range.addEventListener('input', () => mark(range.valueAsNumber));
  for (const plate of plates)
    plate.addEventListener('pointermove', ({ clientY }) => {
      const { top, height } = plate.getBoundingClientRect();
      range.valueAsNumber = 1 + Math.floor((Number(range.max) * (clientY - top)) / height);
      mark(range.valueAsNumber);
    });
}
