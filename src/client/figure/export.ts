import { panelWidth } from '../../figures/shared/interactive-figure.ts';
import { layOutSheet } from '../../figures/shared/sheet.ts';
import { find } from './find.ts';

const namespace = 'http://www.w3.org/2000/svg';

/** The properties that style sheets set on drawings: a picture outside the page needs them as attributes. */
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

/** The panels of a figure as one self-contained picture, with its title, its source and its address. */
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

/** A copy with its computed styles as attributes. */
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

/** The text of a part of the figure, formulas as TeX and exponents after a ^. */
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
