import type { Mixing } from '../../lib/mixing.ts';
import type { Values } from '../shared/parameter.ts';
import type { Vector } from '../../lib/linear-algebra.ts';
import type { Direction } from '../mixing-matrix/algebra.ts';
import {
  gatedLinearAttentionMatrix,
  randomGatedLinearAttention,
  runGatedLinearAttention,
} from '../mixing-matrix/gated-linear-attention.ts';
import {
  longConvolutionMatrix,
  randomLongConvolution,
  runLongConvolution,
} from '../mixing-matrix/long-convolution.ts';
import { randomRetention, retentionMatrix, runRetention } from '../mixing-matrix/retention.ts';
import {
  randomSelectiveStateSpace,
  runSelectiveStateSpace,
  selectiveStateSpaceMatrix,
} from '../mixing-matrix/selective-state-space.ts';
import {
  randomSoftmaxAttention,
  runSoftmaxAttention,
  softmaxAttentionMatrix,
} from '../mixing-matrix/softmax-attention.ts';
import type { Source } from '../mixing-matrix/source.ts';
import { randomWkv, runWkv, wkvMatrix } from '../mixing-matrix/wkv.ts';
import type { parameters } from './parameters.ts';

/** An architecture with its weights, over one text of L tokens. */
export interface Mixer {
  /** M, L×L, without a unit: y = Mx. */
  matrix(direction: Direction): number[][];
  /** The same y from x, L numbers, without M. The states are there where their size is fixed. */
  run(inputs: Vector, direction: Direction): { outputs: number[]; states?: number[][] };
}

/** The direction that an architecture was published with: BERT reads both ways, the others are causal. */
export function publishedDirection(architecture: Mixing): Direction {
  return architecture === 'softmax-attention' ? 'both-ways' : 'causal';
}

/**
 * An architecture as its plate has it, but with the parameters that were chosen. Its formula, and what both
 * ways means for it, stand with its functions in `mixing-matrix/`.
 */
export const mixerOf: Readonly<
  Record<Mixing, (source: Source, values: Values<typeof parameters>) => Mixer>
> = {
  'softmax-attention': (source, { gain }) => {
    const head = randomSoftmaxAttention(source, { gain });
    return {
      matrix: (direction) => softmaxAttentionMatrix(head, direction),
      run: (inputs, direction) => ({ outputs: runSoftmaxAttention(head, inputs, direction) }),
    };
  },
  'selective-state-space': (source, { stateSize, stepBias }) => {
    const layer = randomSelectiveStateSpace(source, { stateSize, stepBias });
    return {
      matrix: (direction) => selectiveStateSpaceMatrix(layer, direction),
      run: (inputs, direction) => runSelectiveStateSpace(layer, inputs, direction),
    };
  },
  wkv: (source, { keyDecay, bonus }) => {
    const channel = randomWkv(source, { decay: keyDecay, bonus });
    return {
      matrix: (direction) => wkvMatrix(channel, direction),
      run: (inputs, direction) => runWkv(channel, inputs, direction),
    };
  },
  'long-convolution': (source, { filterDecay }) => {
    const channel = randomLongConvolution(source, { decay: filterDecay });
    return {
      matrix: (direction) => longConvolutionMatrix(channel, direction),
      run: (inputs, direction) => ({ outputs: runLongConvolution(channel, inputs, direction) }),
    };
  },
  retention: (source, { gamma }) => {
    const head = randomRetention(source, { decay: gamma });
    return {
      matrix: (direction) => retentionMatrix(head, direction),
      run: (inputs, direction) => runRetention(head, inputs, direction),
    };
  },
  'gated-linear-attention': (source, { temperature }) => {
    const head = randomGatedLinearAttention(source, { temperature });
    return {
      matrix: (direction) => gatedLinearAttentionMatrix(head, direction),
      run: (inputs, direction) => runGatedLinearAttention(head, inputs, direction),
    };
  },
};
