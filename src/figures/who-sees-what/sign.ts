import { element } from '../shared/svg.ts';
import type { Reach } from './core.ts';

/** The reach of an item to a party, in words. */
export const reachWords: Readonly<Record<Reach, string>> = {
  seen: 'sees',
  hidden: 'never sees',
  unsaid: 'not said',
};

const radius = 4;

/** The sign of a reach about a point: a dot, a ring with a stroke through it, or a short dash. */
export function drawSign(reach: Reach, x: number, y: number): string {
  if (reach === 'seen') return element('circle', { class: 'fill-ink', cx: x, cy: y, r: radius });
  if (reach === 'unsaid') {
    return element('path', { class: 'stroke-soft', d: `M${x - 3} ${y}h6` });
  }
  const ring = element('circle', { class: 'stroke-ink', cx: x, cy: y, r: radius });
  return ring + element('path', { class: 'stroke-ink', d: `M${x - 5.5} ${y + 5.5}l11 -11` });
}
