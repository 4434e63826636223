import { panelWidth } from '../../figures/shared/interactive-figure.ts';
import { layOutSheet } from '../../figures/shared/sheet.ts';
import { find } from './find.ts';

const namespace = 'http://www.w3.org/2000/svg';

/** What a style sheet says of a drawing; elsewhere the picture has to say it by itself. */
const styles = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'paint-order',
];

/** The panels of a figure as one picture that stands by itself, with its title, its source and its address. */
export function composeSvg(root: HTMLElement): SVGSVGElement {
  const panels = [...root.querySelectorAll<HTMLElement>('.panel')].map((panel) => {
    const picture = find(panel, 'svg', SVGSVGElement);
    const { height } = picture.viewBox.baseVal;
    return { title: readText(panel, '.panel-title'), height, picture };
  });
  const title = readText(root, '.interactive-title');
  const sheet = layOutSheet(title, panels, readCaption(root));
  const { width, height } = sheet;
  const faces = { text: root, label: find(root, '.panel-title', HTMLElement) };
  const svg = create('svg', { width, height, viewBox: `0 0 ${width} ${height}` });
  svg.append(
    create('title', {}, title),
    create('desc', {}, readText(root, '.interactive-summary')),
    create('rect', {
      width,
      height,
      fill: getComputedStyle(document.documentElement).backgroundColor,
    }),
    ...sheet.lines.map(({ text, x, y, size, weight, face }) => {
      const { color, fontFamily } = getComputedStyle(faces[face]);
      const type = { 'font-family': fontFamily, 'font-size': size, 'font-weight': weight };
      return create('text', { x, y, fill: color, ...type }, text);
    }),
    ...panels.map(({ height, picture }, index) => {
      const copy = copyStyled(picture);
      const place = { ...sheet.panels[index], width: panelWidth, height };
      for (const [name, value] of Object.entries(place)) copy.setAttribute(name, String(value));
      return copy;
    }),
  );
  return svg as SVGSVGElement;
}

/** A copy whose look is in its own attributes. */
function copyStyled(element: SVGElement): SVGElement {
  const copy = element.cloneNode() as SVGElement;
  const style = getComputedStyle(element);
  for (const name of styles) copy.setAttribute(name, style.getPropertyValue(name));
  copy.removeAttribute('class');
  for (const child of element.childNodes)
    copy.append(child instanceof SVGElement ? copyStyled(child) : child.cloneNode());
  return copy;
}

function create(name: string, attributes: Record<string, string | number>, text = ''): SVGElement {
  const element = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.textContent = text;
  return element;
}

/** The words of a part of the figure, a formula as its TeX, and an exponent after a sign of its own. */
function readText(root: HTMLElement, selector: string): string {
  const copy = find(root, selector, HTMLElement).cloneNode(true) as HTMLElement;
  for (const formula of copy.querySelectorAll('.katex'))
    formula.replaceWith(formula.querySelector('annotation')?.textContent ?? '');
  for (const exponent of copy.querySelectorAll('sup')) exponent.prepend('^');
  return copy.textContent.trim();
}

function readCaption(root: HTMLElement): string {
  const address = readText(root, '.permalink');
  return `${readText(root, 'figcaption')} ${address}`.replace(/\s+/g, ' ');
}
