import fc from 'fast-check';
import { initialValues, type Values } from '../../../../src/figures/shared/parameter.ts';
import { parameters } from '../../../../src/figures/one-layer-one-step/parameters.ts';

export type Chosen = Values<typeof parameters>;

/** The figure's first values, some of them others. */
export function choose(values: Partial<Chosen> = {}): Chosen {
  return { ...initialValues(parameters), ...values };
}

export const variants = ['gradient-descent', 'gd-plus-plus'] as const;

/** Values of all controls, on their grids. */
export const anyChoice: fc.Arbitrary<Chosen> = fc
  .record({
    layers: fc.integer({ min: 1, max: 4 }),
    variant: fc.constantFrom(...variants),
    step: fc.integer({ min: 1, max: 60 }).map((steps) => steps / 20),
    startAcross: fc.integer({ min: -60, max: 60 }).map((steps) => steps / 20),
    startUp: fc.integer({ min: -60, max: 60 }).map((steps) => steps / 20),
    pairs: fc.integer({ min: 4, max: 64 }),
    dimension: fc.integer({ min: 1, max: 8 }),
    noise: fc.integer({ min: 0, max: 20 }).map((steps) => steps / 20),
    seed: fc.integer({ min: 1, max: 999 }),
  })
  .map((values) => ({ ...values, dimension: Math.min(values.dimension, values.pairs) }));

/** Each parameter at its least and at its largest, in all combinations. */
export function listCorners(seeds: readonly number[]): Chosen[] {
  let corners: Chosen[] = seeds.map((seed) => choose({ seed }));
  for (const name of ['layers', 'step', 'pairs', 'dimension', 'noise'] as const) {
    const { minimum, maximum } = parameters[name];
    corners = corners.flatMap((values) =>
      [minimum, maximum].map((value) => ({ ...values, [name]: value })),
    );
  }
  return corners
    .flatMap((values) => variants.map((variant) => ({ ...values, variant })))
    .map((values) => ({ ...values, dimension: Math.min(values.dimension, values.pairs) }));
}
