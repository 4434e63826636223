import type { Drawing } from '../shared/interactive-figure.ts';
import type { TrainingState } from './core.ts';
import { drawErrorPanel } from './error-panel.ts';
import { drawMatrixPanel } from './matrix-panel.ts';
import { listStages, summarize } from './words.ts';

/** The matrices before, during and after training beside the constructed ones, and the error at each snapshot. */
export function drawTraining(state: TrainingState, width: number): Drawing {
  return {
    panels: [drawMatrixPanel(state, width), drawErrorPanel(state, width)],
    summary: summarize(state),
    table: listStages(state),
  };
}
