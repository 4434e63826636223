import { addValues, innerProduct, listHeads, readState } from './chunked.ts';
import { Counter, Tokens, type Run } from './counter.ts';

interface Inputs {
  queries: Tokens;
  keys: Tokens;
  values: Tokens;
  /** γ, one for each head: weights. */
  decays: readonly number[];
  chunk: number;
}

/** Retention chunk by chunk: Sun et al. (2023), Eq. 7. Powers of γ are of weights alone. */
export function runRetentionLayer({ queries, keys, values, decays, chunk }: Inputs): Run {
  const { width } = queries;
  const n = queries.length / width;
  const heads = decays.length;
  const side = Math.min(chunk, n);
  const counter = new Counter();
  counter.hold(queries, keys, values);
  const outputs = new Tokens(counter.take(n * values.width), values.width);
  const scores = new Tokens(counter.take(heads * side * side), side);
  const state = new Tokens(counter.take((width * values.width) / heads), values.width / heads);

  for (let start = 0; start < n; start += chunk) {
    const stop = Math.min(start + chunk, n);
    for (const [index, head] of listHeads(width, heads).entries()) {
      const valueHead = listHeads(values.width, heads)[index] ?? head;
      const decay = decays[index] ?? NaN;
      for (let t = start; t < stop; t += 1) {
        const row = index * side + t - start;
        for (let s = start; s < stop; s += 1) {
          const mask = s <= t ? decay ** (t - s) : 0;
          const score = innerProduct(counter, head, [queries, t], [keys, s]);
          scores.set(row, s - start, counter.multiply(score, mask));
        }
        readState(counter, [head, valueHead], [outputs, t], [queries, t], state);
        for (let e = valueHead.first; e < valueHead.end; e += 1) {
          outputs.set(t, e, counter.multiply(outputs.get(t, e), decay ** (t - start + 1)));
        }
        addValues(counter, valueHead, [outputs, t], [scores, row], [values, start, stop]);
      }
      for (let c = head.first; c < head.end; c += 1) {
        for (let e = 0; e < state.width; e += 1) {
          state.set(c, e, counter.multiply(state.get(c, e), decay ** (stop - start)));
        }
        for (let t = start; t < stop; t += 1) {
          const key = counter.multiply(keys.get(t, c), decay ** (stop - 1 - t));
          for (let e = 0; e < state.width; e += 1) {
            const value = values.get(t, valueHead.first + e);
            state.set(c, e, counter.accumulate(state.get(c, e), key, value));
          }
        }
      }
    }
  }
  return { outputs, flops: counter.flops, numbers: counter.peak };
}
