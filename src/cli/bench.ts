import { median, sum } from 'd3-array';
import { listFigures, type NamedFigure } from '../../tests/support/figures.ts';
import type { HeavyFigure, InteractiveFigure } from '../figures/shared/interactive-figure.ts';
import {
  initialValues,
  listChosen,
  type Parameters,
  type Values,
} from '../figures/shared/parameter.ts';
import { formatGrowth, measureGrowth } from './growth.ts';
import {
  findDearest,
  formatCosts,
  formatVerdict,
  frameDuration,
  type Timing,
  type Price,
} from './cost.ts';

/** A piece of work whose cost is asked for. */
interface Task {
  name: string;
  parameters: Parameters;
  price: Price;
  /** A cheaper piece of work by which its dearest values are found. */
  search?: Price;
  /** The time of which its cost is printed as a share, in ms. */
  whole: number;
}

/** The longest time that feels immediate, in ms: Nielsen (1993), §5.5. */
const instant = 100;

/**
 * `npm run bench`: prints the time of figures as shares of the delays that a reader notices, and the growth of the
 * time of a check with the content. It judges nothing.
 */
export async function run(): Promise<number> {
  const tasks = (await listFigures()).flatMap(listTasks);
  const first = tasks.map(({ parameters, price }) => price(initialValues(parameters)));
  const costs = tasks.map((task, index) => ({ ...task, ...measure(task, first[index] ?? NaN) }));
  const { onPage = [], inWorker = [] } = Object.groupBy(costs, ({ whole }) =>
    whole === frameDuration ? 'onPage' : 'inWorker',
  );
  console.log(formatCosts('Shares of one frame, 16.7 ms', frameDuration, onPage));
  console.log(`\n${formatCosts('In a worker, shares of 100 ms', instant, inWorker)}`);
  console.log(`\n${formatVerdict(onPage)}`);
  console.log(`\n${formatGrowth(await measureGrowth())}`);
  return 0;
}

/** The work of a change of values on the page and, for a heavy figure, in a worker. */
function listTasks({ name, figure, input }: NamedFigure): Task[] {
  const parameters = figure.listParameters?.(input) ?? figure.parameters;
  const compute = (values: Values) => figure.compute(values, input);
  const draw = (result: unknown, values: Values) => figure.draw(result, values, input);
  if (!isHeavy(figure)) {
    const price: Price = (values) => time(() => draw(compute(values), values));
    return [{ name, parameters, price, whole: frameDuration }];
  }
  const begin = (values: Values) => Iterator.from(figure.refine(values, input)).next().value;
  const first: Price = (values) => time(() => begin(values));
  const last: Price = (values) => time(() => compute(values));
  const drawing: Price = (values) => {
    const result = begin(values);
    return time(() => draw(result, values));
  };
  return [
    { name: `${name}, first result`, parameters, price: first, whole: instant },
    { name: `${name}, last result`, parameters, price: last, search: first, whole: instant },
    { name: `${name}, drawing`, parameters, price: drawing, whole: frameDuration },
  ];
}

function isHeavy(figure: InteractiveFigure): figure is HeavyFigure {
  return 'refine' in figure;
}

function time(work: () => unknown): number {
  const begin = performance.now();
  work();
  return performance.now() - begin;
}

function measure({ parameters, price, search = price }: Task, cold: number): Omit<Timing, 'name'> {
  // No more than 25 times, and no longer than some frames.
  const repeat = (values: Values) => {
    const spans: number[] = [];
    while (spans.length < 3 || (spans.length < 25 && sum(spans) < 10 * frameDuration))
      spans.push(price(values));
    return median(spans) ?? NaN;
  };
  const start = initialValues(parameters);
  const initial = repeat(start);
  // The least of a few: other work of the machine only adds to it.
  const values = findDearest(parameters, (one) =>
    Math.min(...Array.from({ length: 5 }, () => search(one))),
  );
  const corner = listChosen(parameters, values).map((pair) => pair.join('='));
  return { cold, initial, dearest: repeat(values), corner: corner.join(' ') };
}
