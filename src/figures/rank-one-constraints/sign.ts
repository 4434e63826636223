import { element } from '../shared/svg.ts';

/** The sign about a point: a tick where a constraint holds, a cross where it fails, a short dash where it is deleted. */
export function drawSign(kind: 'holds' | 'fails' | 'deleted', x: number, y: number): string {
  if (kind === 'deleted') return element('path', { class: 'stroke-soft', d: `M${x - 4} ${y}h8` });
  const path =
    kind === 'holds' ? `M${x - 5} ${y}l3.5 4l6.5 -8` : `M${x - 4} ${y - 4}l8 8m0 -8l-8 8`;
  return element('path', {
    class: kind === 'holds' ? 'curve stroke-3' : 'curve stroke-2',
    d: path,
  });
}
