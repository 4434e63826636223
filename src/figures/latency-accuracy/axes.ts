import type { Axis, PlotArea } from '../shared/chart.ts';
import { formatNumber } from '../shared/number.ts';
import { listLogTicks, scaleLinear, scaleLog } from '../shared/scale.ts';

/** The axis of latency in milliseconds. */
export function buildLatencyAxis(
  latencies: readonly number[],
  isLogarithmic: boolean,
  { left, right }: PlotArea,
): Axis {
  const [least, most] = [Math.min(...latencies), Math.max(...latencies)];
  const label = 'latency (ms)';
  if (!isLogarithmic) {
    const scale = scaleLinear([0, most * 1.06], [left, right]);
    return { scale, label, ticks: scale.ticks(5), format: formatLatency };
  }
  const domain = [least / 1.35, most * 1.35] as const;
  const scale = scaleLog(domain, [left, right]);
  return { scale, label, ticks: listLogTicks(domain, right - left), format: formatLatency };
}

/** Ten seconds are 10k milliseconds. */
function formatLatency(latency: number): string {
  if (latency >= 1e6) return `${formatNumber(latency / 1e6)}M`;
  return latency >= 1e4 ? `${formatNumber(latency / 1000)}k` : formatNumber(latency);
}

/** The axis of NDCG@10. */
export function buildAccuracyAxis(values: readonly number[], { top, bottom }: PlotArea): Axis {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const margin = Math.max((most - least) * 0.12, 0.005);
  const domain = [Math.max(least - margin, 0), Math.min(most + margin, 1)] as const;
  const scale = scaleLinear(domain, [bottom, top]);
  return { scale, label: 'NDCG@10', ticks: scale.ticks(5), format: formatNumber };
}
