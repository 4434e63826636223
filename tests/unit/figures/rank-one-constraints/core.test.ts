import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  checkAge,
  checkConstraint,
  countReached,
  field,
  fillVector,
  listConstraints,
  type Circuit,
  type Deletion,
  type Witness,
} from '../../../../src/figures/rank-one-constraints/core.ts';

const deletions: readonly Deletion[] = ['none', 'range', 'difference', 'sum', 'bit'];
const witnesses = ['computed', 'one-bit', 'other-age'] as const;
const range = (length: number) => Array.from({ length }, (_, index) => index);

/** The age check again, as equations in BigInt and without vectors: whether each constraint holds, in order. */
function checkEquations(z: readonly number[], { prime, bits, least }: Circuit): boolean[] {
  const [, age = 0n, d = 0n, ...values] = z.map(BigInt);
  const isZero = (value: bigint) => value % BigInt(prime) === 0n;
  const sum = values.reduce((total, bit, index) => total + (bit << BigInt(index)), 0n);
  assert.equal(values.length, bits);
  return [
    isZero(age - BigInt(least) - d),
    isZero(sum - d),
    ...values.map((bit) => isZero(bit * (bit - 1n))),
  ];
}

/** Whether the constraint at this place is taken out. */
function isTakenOut(index: number, deletion: Deletion): boolean {
  return {
    none: false,
    range: index > 0,
    difference: index === 0,
    sum: index === 1,
    bit: index === 2,
  }[deletion];
}

/** Whether any witness at all passes for an age: every vector of the field is tried. */
function searchAll(age: number, deletion: Deletion, circuit: Circuit): boolean {
  const { prime, bits } = circuit;
  return range(prime ** (bits + 1)).some((code) => {
    const rest = range(bits + 1).map((place) => Math.floor(code / prime ** place) % prime);
    return checkEquations([1, age, ...rest], circuit).every(
      (holds, index) => holds || isTakenOut(index, deletion),
    );
  });
}

/**
 * The same where the vectors are too many: for each bit every value of the field that its own constraint allows, and
 * every sum of such bits.
 */
function searchSums(age: number, deletion: Deletion, { prime, bits, least }: Circuit): boolean {
  const p = BigInt(prime);
  const elements = range(prime).map(BigInt);
  let sums = new Set([0n]);
  for (const index of range(bits)) {
    const values = elements.filter(
      (b) => isTakenOut(index + 2, deletion) || (b * b - b) % p === 0n,
    );
    sums = new Set([...sums].flatMap((sum) => values.map((b) => (sum + (b << BigInt(index))) % p)));
  }
  return elements.some(
    (d) =>
      (isTakenOut(0, deletion) || (BigInt(age) - BigInt(least) - d) % p === 0n) &&
      (isTakenOut(1, deletion) || sums.has(d)),
  );
}

test('a constraint holds exactly if its equation does, for any vector', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 8 }),
      fc.constantFrom(5, 97, 65_521),
      fc.infiniteStream(fc.nat()),
      fc.boolean(),
      (bits, prime, stream, isNearlyRight) => {
        const circuit = { prime, bits, least: 3 };
        const drawn = range(bits + 2).map(() => Number(stream.next().value) % prime);
        // Vectors at random nearly never hold: half of them are right but for one number.
        const z = isNearlyRight ? fillVector(Number(drawn[0]), 'computed', circuit) : [1, ...drawn];
        if (isNearlyRight) z[2 + (Number(drawn[1]) % (bits + 1))] = Number(drawn[2]);
        assert.deepEqual(
          listConstraints(circuit).map((one) => checkConstraint(one, z, prime).holds),
          checkEquations(z, circuit),
        );
      },
    ),
    { numRuns: 500 },
  );
});

test('the values put in are those of the three inner products, in BigInt', () => {
  for (const age of range(41))
    for (const witness of witnesses) {
      const circuit = { ...field, bits: 6 };
      const { z, checks } = checkAge(age, witness, 'none', circuit);
      const p = BigInt(field.prime);
      for (const { constraint, left, right, product, output } of checks) {
        const [a, b, c] = [constraint.a, constraint.b, constraint.c].map((row) =>
          row.reduce((sum, entry, index) => sum + BigInt(entry) * BigInt(z[index] ?? NaN), 0n),
        );
        assert.ok(a !== undefined && b !== undefined && c !== undefined);
        assert.deepEqual([left, right, product, output].map(BigInt), [
          a % p,
          b % p,
          (a * b) % p,
          c % p,
        ]);
      }
    }
});

test('among all vectors of a small field, a witness is there for the values that are said to have one', () => {
  const circuit = { prime: 11, bits: 2, least: 5 };
  for (const deletion of deletions) {
    const reach = countReached(circuit, deletion);
    for (const age of range(circuit.prime)) {
      const difference = (age - circuit.least + circuit.prime) % circuit.prime;
      assert.equal(searchAll(age, deletion, circuit), difference < reach, `${deletion} ${age}`);
      assert.equal(searchSums(age, deletion, circuit), searchAll(age, deletion, circuit));
    }
  }
});

test('with all constraints a witness exists exactly if the age is at least 18', () => {
  for (const bits of [5, 6])
    for (const age of range(41))
      assert.equal(searchSums(age, 'none', { ...field, bits }), age >= 18, `${bits} ${age}`);
});

test('without any one of the constraints that are deleted a witness exists for every age', () => {
  for (const deletion of deletions.filter((name) => name !== 'none'))
    for (const bits of [4, 5, 6, 7])
      for (const age of range(41))
        assert.ok(searchSums(age, deletion, { ...field, bits }), `${deletion} ${bits} ${age}`);
});

test('too few bits reject some who are of age, and too many accept everybody', () => {
  for (const bits of range(9).slice(1))
    for (const age of range(field.prime)) {
      const circuit = { ...field, bits };
      const difference = (age - field.least + field.prime) % field.prime;
      assert.equal(
        searchSums(age, 'none', circuit),
        difference < countReached(circuit, 'none'),
        `${bits} ${age}`,
      );
    }
  assert.equal(searchSums(34, 'none', { ...field, bits: 4 }), false);
  assert.ok(searchSums(0, 'none', { ...field, bits: 7 }));
});

test('each forged witness of a 15-year-old fails one constraint, and passes where that one is deleted', () => {
  const accepted = (witness: Witness, bits = 6) =>
    deletions.filter((deletion) => checkAge(15, witness, deletion, { ...field, bits }).isAccepted);
  assert.deepEqual(accepted('computed'), ['range', 'sum']);
  assert.deepEqual(accepted('one-bit'), ['range', 'bit']);
  assert.deepEqual(accepted('other-age'), ['difference']);
  for (const witness of witnesses) {
    const { checks } = checkAge(15, witness, 'none', { ...field, bits: 6 });
    assert.equal(checks.filter(({ holds }) => !holds).length, 1, witness);
  }
  assert.deepEqual(accepted('computed', 7), deletions);
});

test('the computed witness passes for every age from 18 on, with all constraints and with fewer', () => {
  for (const age of range(41))
    for (const deletion of deletions) {
      const { isAccepted, isOfAge } = checkAge(age, 'computed', deletion, { ...field, bits: 6 });
      assert.equal(isOfAge, age >= 18);
      if (isOfAge) assert.ok(isAccepted, `${deletion} ${age}`);
      if (deletion === 'none') assert.equal(isAccepted, isOfAge, String(age));
    }
});

test('−3 is 94, and its six lowest bits add up to 30', () => {
  const circuit = { ...field, bits: 6 };
  assert.deepEqual(fillVector(15, 'computed', circuit), [1, 15, 94, 0, 1, 1, 1, 1, 0]);
  assert.deepEqual(fillVector(15, 'one-bit', circuit), [1, 15, 94, 94, 0, 0, 0, 0, 0]);
  assert.deepEqual(fillVector(15, 'other-age', circuit), [1, 15, 2, 0, 1, 0, 0, 0, 0]);
  const [, sum, bit] = checkAge(15, 'one-bit', 'none', circuit).checks;
  assert.ok(sum?.holds);
  // 94 · 93 = 8742 = 90 · 97 + 12, as (−3)(−4) = 12.
  assert.deepEqual(
    [bit?.left, bit?.right, bit?.product, bit?.output, bit?.holds],
    [94, 93, 12, 0, false],
  );
});

test('no witness that readers edit passes for the age 15, and for 20 exactly the right one does', () => {
  const circuit = { ...field, bits: 6 };
  const passing = (age: number) =>
    range(field.prime).flatMap((difference) =>
      range(128)
        .filter((digits) => checkAge(age, { difference, digits }, 'none', circuit).isAccepted)
        .map((digits) => [difference, digits]),
    );
  assert.deepEqual(passing(15), []);
  // The seventh digit is beyond the circuit.
  assert.deepEqual(passing(20), [
    [2, 2],
    [2, 2 + 64],
  ]);
});

test('sums of products are exact for a prime whose square is no exact double', () => {
  const prime = 2 ** 51 - 129;
  const circuit = { prime, bits: 2, least: 18 };
  const z = [1, prime - 1, prime - 19, prime - 1, prime - 1];
  assert.deepEqual(
    listConstraints(circuit).map((one) => checkConstraint(one, z, prime).holds),
    checkEquations(z, circuit),
  );
});
