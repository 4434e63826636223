/** The numbers take long: a worker computes them, in parts. */
export { compute, refine } from './core.ts';
