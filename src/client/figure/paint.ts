/** Pixels to a unit of a drawing: sharp enough for print. */
const density = 3;

/**
 * A drawing as PNG, painted element by element: an image of the SVG would need an address that the policy of the
 * page forbids, and would lack its typefaces.
 */
export async function paintPng(svg: SVGSVGElement): Promise<Blob> {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This browser paints no pictures.');
  const { width, height } = svg.viewBox.baseVal;
  canvas.width = width * density;
  canvas.height = height * density;
  // Only elements in the page have places and sizes.
  svg.setAttribute('class', 'painted');
  document.body.append(svg);
  try {
    paint(svg, svg, context);
  } finally {
    svg.remove();
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('The picture is too large to be painted.'));
      else resolve(blob);
    });
  });
}

function paint(element: SVGElement, root: SVGSVGElement, context: CanvasRenderingContext2D): void {
  const origin = root.getScreenCTM();
  for (const child of element.children) {
    if (!(child instanceof SVGGraphicsElement)) continue;
    const place = origin?.inverse().multiply(child.getScreenCTM() ?? origin);
    context.save();
    context.setTransform(new DOMMatrix([density, 0, 0, density, 0, 0]).multiply(place));
    const style = getComputedStyle(child);
    context.globalAlpha *= Number(style.opacity);
    if (child instanceof SVGSVGElement) {
      const { x, y, width, height } = child.viewBox.baseVal;
      context.beginPath();
      context.rect(x, y, width, height);
      context.clip();
    }
    if (child instanceof SVGTextElement) paintText(child, style, context);
    else if (child instanceof SVGGeometryElement) paintShape(child, style, context);
    else paint(child, root, context);
    context.restore();
  }
}

function paintShape(
  shape: SVGGeometryElement,
  style: CSSStyleDeclaration,
  context: CanvasRenderingContext2D,
): void {
  const path = new Path2D(readPath(shape));
  if (setFill(style, context)) context.fill(path);
  if (setStroke(style, context)) context.stroke(path);
}

function paintText(
  text: SVGTextElement,
  style: CSSStyleDeclaration,
  context: CanvasRenderingContext2D,
): void {
  let index = 0;
  for (const part of text.childNodes) {
    const words = part.textContent ?? '';
    if (words === '') continue;
    const { x, y } = text.getStartPositionOfChar(index);
    const { fontSize } = part instanceof SVGElement ? getComputedStyle(part) : style;
    context.font = `${style.fontWeight} ${fontSize} ${style.fontFamily}`;
    if (setStroke(style, context)) context.strokeText(words, x, y);
    if (setFill(style, context)) context.fillText(words, x, y);
    index += words.length;
  }
}

function setFill({ fill }: CSSStyleDeclaration, context: CanvasRenderingContext2D) {
  context.fillStyle = fill;
  return fill !== 'none';
}

function setStroke(style: CSSStyleDeclaration, context: CanvasRenderingContext2D): boolean {
  context.strokeStyle = style.stroke;
  context.lineWidth = parseFloat(style.strokeWidth);
  context.lineJoin = 'round';
  context.setLineDash((style.strokeDasharray.match(/[\d.]+/g) ?? []).map(Number));
  return style.stroke !== 'none';
}

/** The outline of a shape as the path of one. */
function readPath(shape: SVGGeometryElement): string {
  const get = (name: string) => Number(shape.getAttribute(name) ?? 0);
  switch (shape.tagName) {
    case 'path':
      return shape.getAttribute('d') ?? '';
    case 'rect':
      return `M${get('x')} ${get('y')}h${get('width')}v${get('height')}h${-get('width')}z`;
    case 'line':
      return `M${get('x1')} ${get('y1')}L${get('x2')} ${get('y2')}`;
    case 'circle':
      return drawEllipse(get('cx'), get('cy'), get('r'), get('r'));
    case 'ellipse':
      return drawEllipse(get('cx'), get('cy'), get('rx'), get('ry'));
    default:
      throw new Error(`A ${shape.tagName} is not painted.`);
  }
}

function drawEllipse(x: number, y: number, rx: number, ry: number): string {
  return `M${x - rx} ${y}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0z`;
}
