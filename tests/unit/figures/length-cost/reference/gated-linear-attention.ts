import { addValues, innerProduct, listHeads, readState } from './chunked.ts';
import { Counter, get, Tokens, type Run } from './counter.ts';

interface Inputs {
  queries: Tokens;
  keys: Tokens;
  values: Tokens;
  /** α, as wide as the keys. */
  gates: Tokens;
  heads: number;
  chunk: number;
}

/** Gated linear attention chunk by chunk: Yang et al. (2024), §4, (Q ⊙ B)(K / B)ᵀ within a chunk. */
export function runGatedLayer({ queries, keys, values, gates, heads, chunk }: Inputs): Run {
  const { width } = queries;
  const n = queries.length / width;
  const side = Math.min(chunk, n);
  const counter = new Counter();
  counter.hold(queries, keys, values, gates);
  const outputs = new Tokens(counter.take(n * values.width), values.width);
  const scores = new Tokens(counter.take(heads * side * side), side);
  const gatedQueries = new Tokens(counter.take(side * width), width);
  const gatedKeys = new Tokens(counter.take(side * width), width);
  const products = counter.take(width);
  const state = new Tokens(counter.take((width * values.width) / heads), values.width / heads);

  for (let start = 0; start < n; start += chunk) {
    const stop = Math.min(start + chunk, n);
    products.fill(1);
    for (let t = start; t < stop; t += 1) {
      for (let c = 0; c < width; c += 1) {
        const product = counter.multiply(get(products, c), gates.get(t, c));
        products[c] = product;
        gatedQueries.set(t - start, c, counter.multiply(queries.get(t, c), product));
        gatedKeys.set(t - start, c, counter.divide(keys.get(t, c), product));
      }
    }
    for (const [index, head] of listHeads(width, heads).entries()) {
      const valueHead = listHeads(values.width, heads)[index] ?? head;
      for (let t = start; t < stop; t += 1) {
        const row = index * side + t - start;
        for (let s = start; s < stop; s += 1) {
          const score = innerProduct(
            counter,
            head,
            [gatedQueries, t - start],
            [gatedKeys, s - start],
          );
          scores.set(row, s - start, s <= t ? score : 0);
        }
        readState(counter, [head, valueHead], [outputs, t], [gatedQueries, t - start], state);
        addValues(counter, valueHead, [outputs, t], [scores, row], [values, start, stop]);
      }
      for (let c = head.first; c < head.end; c += 1) {
        for (let e = 0; e < state.width; e += 1) {
          state.set(c, e, counter.multiply(state.get(c, e), get(products, c)));
        }
        for (let t = start; t < stop; t += 1) {
          const key = counter.multiply(gatedKeys.get(t - start, c), get(products, c));
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
