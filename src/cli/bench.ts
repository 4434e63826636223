import { median, sum } from 'd3-array';
import { listFigures, type NamedFigure } from '../../tests/support/figures.ts';
import type { HeavyFigure, InteractiveFigure } from '../figures/shared/interactive-figure.ts';
import {
  initialValues,
  listChosen,
  type Parameters,
  type Values,
} from '../figures/shared/parameter.ts';
import { formatBuilds, measureBuilds } from './build-bench.ts';
import { UsageError } from './command-error.ts';
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

/** The steps of `npm run bench`, in order. */
const steps: Record<string, (options: BenchOptions) => Promise<void>> = {
  figures: benchFigures,
  growth: async () => {
    console.log(formatGrowth(await measureGrowth()));
  },
  build: async ({ entries = '100,300', alone }) => {
    for (const size of parseSizes(entries))
      console.log(formatBuilds(await measureBuilds(size, alone)));
  },
};

interface BenchOptions {
  /** Sizes of sites, separated by commas. */
  entries?: string;
  /** Whether bare Astro is left out. */
  alone?: boolean;
}

/**
 * `npm run bench`: prints the time of figures as shares of the delays that a reader notices, the growth of the time of
 * a check with the content, and the time of a build beside one of bare Astro. It judges nothing.
 */
export async function run(options: BenchOptions, words: readonly string[]): Promise<number> {
  const unknown = words.find((word) => !(word in steps));
  if (unknown !== undefined)
    throw new UsageError(
      `The steps are ${Object.keys(steps).join(', ')}; there is no “${unknown}”.`,
    );
  parseSizes(options.entries ?? '');
  const chosen = words.length > 0 ? words : Object.keys(steps);
  for (const [index, name] of chosen.entries()) {
    if (index > 0) console.log();
    await steps[name]?.(options);
  }
  return 0;
}

function parseSizes(text: string): number[] {
  const sizes = text.split(',').filter((size) => size !== '');
  const wrong = sizes.find((size) => !/^[1-9]\d{0,3}$/.test(size));
  if (wrong !== undefined)
    throw new UsageError(
      `--entries takes numbers from 1 to 9999, such as 100,300, not “${wrong}”.`,
    );
  return sizes.map(Number);
}

async function benchFigures(): Promise<void> {
  const tasks = (await listFigures()).flatMap(listTasks);
  const first = tasks.map(({ parameters, price }) => price(initialValues(parameters)));
  const costs = tasks.map((task, index) => ({ ...task, ...measure(task, first[index] ?? NaN) }));
  const { inFrame = [], inParts = [] } = Object.groupBy(costs, ({ whole }) =>
    whole === frameDuration ? 'inFrame' : 'inParts',
  );
  console.log(formatCosts('Shares of one frame, 16.7 ms', frameDuration, inFrame));
  console.log(`\n${formatCosts('In parts, shares of 100 ms', instant, inParts)}`);
  console.log(`\n${formatVerdict(inFrame)}`);
}

/** The work of a change of values: in one frame, or of a heavy figure in parts. */
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
