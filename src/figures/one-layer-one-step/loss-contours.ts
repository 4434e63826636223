import { cross } from 'd3-array';
import { axisHeight, drawAxes, drawWithin, type PlotArea } from '../shared/chart.ts';
import type { Panel } from '../shared/interactive-figure.ts';
import type { LinearScale } from '../shared/scale.ts';
import { element, words, type PanelPoint } from '../shared/svg.ts';
import { formatTicks, layOutArea, listTicks, scanWeights } from './axes.ts';
import type { LayersAndSteps } from './core.ts';
import { drawDescent, drawKey, isInside } from './marks.ts';
import { findPlane, fitPlane, type PlanePoint, type WeightPlane } from './plane.ts';

/** How weights of more than two dimensions are drawn. */
export const projectedWeights =
  'projected onto the plane of the flattest and the steepest direction; its contours give the loss less ' +
  'what lies outside it';

/** The contours of the loss over a plane of weights, with both paths. */
export function drawLossContours(result: LayersAndSteps, width: number): Panel {
  const area = layOutArea(width);
  const { stages, fromZero, leastSquares, query } = result;
  const plane = findPlane(result);
  const optimum = plane.project(leastSquares.weights);
  const attention = stages.map(({ impliedWeights }) => plane.project(impliedWeights));
  const descent = stages.map(({ weights }) => plane.project(weights));
  const scales = fitPlane(fromZero.map(plane.project), optimum, descent, area);

  const { x, y } = scales;
  const toPlace = ([across, up]: PlanePoint): PanelPoint => [x(across), y(up)];
  const paths = { attention: attention.map(toPlace), descent: descent.map(toPlace) };
  const isWhole = query.length === 2;
  const [xName, yName] = isWhole
    ? ['weight w₁', 'weight w₂']
    : ['flattest direction', 'steepest direction'];
  const format = formatTicks(y, 4);
  return {
    title: isWhole ? 'The loss over the weights' : 'The loss over a plane of weights',
    description: [
      isWhole
        ? 'Contours of the loss of the context over the weights w₁, horizontally, and w₂, vertically.'
        : 'Contours of the loss of the context over a plane of weights through those of least ' +
          'squares: horizontally the direction in which the loss is flattest, vertically that in ' +
          'which it is steepest, the eigenvectors of the least and the largest eigenvalue of its ' +
          `Hessian. Weights are ${projectedWeights}.`,
      'The weights after each step of descent are dots, numbered by step, and the weights that the ' +
        'predictions of attention imply after each layer are rings around them.',
      isInside(toPlace(optimum), area)
        ? 'A cross marks the least-squares weights.'
        : 'The least-squares weights lie outside of the picture.',
    ].join(' '),
    width,
    height: area.bottom + axisHeight,
    ...(isWhole && {
      scan: {
        x: scanWeights('startAcross', x),
        y: scanWeights('startUp', y),
        at: paths.descent[0] ?? [0, 0],
        isStill: true,
      },
    }),
    svg: [
      drawWithin(area, ...drawContours(plane, { path: descent, optimum, area, ...scales })),
      // Without lines across, which would be taken for contours.
      drawAxes(
        { scale: x, label: xName, ticks: listTicks(x, area), format: formatTicks(x, 4) },
        { scale: y, label: yName, ticks: [] },
        area,
      ),
      ...y
        .ticks(4)
        .map((tick) =>
          words(format(tick), { x: area.left - 6, y: y(tick) + 4, 'text-anchor': 'end' }),
        ),
      drawKey(area),
      drawDescent(paths, toPlace(optimum), area),
    ].join(''),
  };
}

/** The area and the scales of the contours, and the points that they must tell apart. */
interface Scene {
  area: PlotArea;
  path: readonly PlanePoint[];
  optimum: PlanePoint;
  x: LinearScale;
  y: LinearScale;
}

/**
 * Level sets of the loss on the plane: ellipses about the optimum with semi-axes r/√λ, for r² twice the loss
 * above its least, and r in even steps: seven up to the farthest place of the path, or fewer where the
 * area would else have more than eighteen.
 */
function drawContours(plane: WeightPlane, { path, optimum, area, x, y }: Scene): string[] {
  const { flattest, steepest } = plane;
  const [alongX, alongY] = flattest.direction;
  const height = ([px, py]: PlanePoint) => {
    const [dx, dy] = [px - optimum[0], py - optimum[1]];
    const [flat, steep] = [alongX * dx + alongY * dy, alongX * dy - alongY * dx];
    return Math.sqrt(Math.max(0, flattest.eigenvalue) * flat ** 2 + steepest * steep ** 2);
  };
  const [across, up] = [x, y].map((scale) => [...scale.domain, ...scale.ticks(20)]);
  const heights = cross(across ?? [], up ?? [], (px, py) => height([px, py]));
  const [cx, cy] = [x(optimum[0]), y(optimum[1])];
  const isCentred = isInside([cx, cy], area);
  const [lowest, highest] = [isCentred ? 0 : Math.min(...heights), Math.max(...heights)];
  const farthest = Math.max(...path.map(height));
  const step = Math.max((farthest - lowest) / 7, (highest - lowest) / 18);
  if (!(step > 0)) return [];

  const unit = Math.abs(x(1) - x(0));
  // About a centre that is seen, an ellipse a hundred panels long is two parallel lines, however long.
  const longest = isCentred ? 3e4 : Infinity;
  const semiAxis = (r: number, eigenvalue: number) =>
    Math.min((unit * r) / Math.sqrt(Math.max(eigenvalue, 1e-12 * steepest)), longest);
  const turn = (-Math.atan2(alongY, alongX) * 180) / Math.PI;
  return Array.from({ length: Math.ceil((highest - lowest) / step) }, (_, n) => {
    const r = lowest + step * (n + 1);
    return element('ellipse', {
      class: 'contour',
      cx,
      cy,
      rx: semiAxis(r, flattest.eigenvalue),
      ry: semiAxis(r, steepest),
      transform:
        turn === 0 ? undefined : `rotate(${turn.toFixed(2)} ${cx.toFixed(2)} ${cy.toFixed(2)})`,
    });
  });
}
