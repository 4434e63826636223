import { at, type Vector } from '../shared/linear-algebra.ts';

/** An age check as a circuit over the integers modulo a prime. */
export interface Circuit {
  /** p. Sums of products are taken in BigInt, so they are exact for a prime of any size. */
  readonly prime: number;
  /** n, the bits of the range check. */
  readonly bits: number;
  /** The least age that is accepted, in years. */
  readonly least: number;
}

/** The field, and the least age. All that the figure does is arithmetic modulo this prime. */
export const field = { prime: 97, least: 18 } as const;

/** The purpose of a constraint: to define d, to make d from the bits, or to keep a bit at 0 or 1. */
export type Part = 'difference' | 'sum' | 'bit';

/** ⟨a, z⟩ · ⟨b, z⟩ = ⟨c, z⟩ modulo p. Each vector has n + 3 numbers, as z has. */
export interface Constraint {
  readonly part: Part;
  /** The index of the bit, from 0. */
  readonly index: number;
  readonly a: Vector;
  readonly b: Vector;
  readonly c: Vector;
}

/** The constraints that are taken out: none, one, or all of the range check, which is the sum and all bits. */
export type Deletion = 'none' | 'range' | 'difference' | 'sum' | 'bit';

/** The values that a prover puts into z: computed from the age, forged in one of two ways, or edited. */
export type Witness = 'computed' | 'one-bit' | 'other-age' | EditedWitness;

/** The values that readers put in: d from 0 to p − 1, and bits as the binary digits of a number. */
export interface EditedWitness {
  readonly difference: number;
  readonly digits: number;
}

/** The age in the witness `other-age`, in years. */
export const otherAge = 20;

/** A constraint with the values put in, all of them modulo p. */
export interface Check {
  readonly constraint: Constraint;
  /** ⟨a, z⟩. */
  readonly left: number;
  /** ⟨b, z⟩. */
  readonly right: number;
  /** ⟨a, z⟩ · ⟨b, z⟩. */
  readonly product: number;
  /** ⟨c, z⟩. */
  readonly output: number;
  readonly holds: boolean;
  readonly isDeleted: boolean;
}

export interface AgeCheck {
  readonly circuit: Circuit;
  readonly age: number;
  /** z, n + 3 numbers from 0 to p − 1: 1, the age, d, and the bits, the lowest first. */
  readonly z: number[];
  /** In the order of `listConstraints`, with the deleted ones. */
  readonly checks: Check[];
  /** Whether every constraint that is left holds. */
  readonly isAccepted: boolean;
  /** Whether the statement is true. */
  readonly isOfAge: boolean;
  /**
   * Whether a false statement is accepted, or a true one rejected that has no witness at all. To reject a forged witness of
   * a true statement is right.
   */
  readonly isWrong: boolean;
  /** How many values of (age − least) mod p have a witness that is accepted: 0, 1, … up to one less than this. */
  readonly reach: number;
}

/** The representative from 0 to p − 1 of an integer. */
function reduce(value: number, prime: number): number {
  return ((value % prime) + prime) % prime;
}

/**
 * The age check as a system of rank-one constraints, in the form of Ben-Sasson et al. (2013) and Groth (2016), §2:
 * (age − least) · 1 = d; (Σ 2ⁱ bᵢ) · 1 = d; and bᵢ · (bᵢ − 1) = 0 for each bit. The last n + 1 are the range check,
 * as the template Num2Bits of circomlib writes it.
 */
export function listConstraints({ prime, bits, least }: Circuit): Constraint[] {
  const build = (entries: Readonly<Record<number, number>>) =>
    Array.from({ length: bits + 3 }, (_, index) => reduce(entries[index] ?? 0, prime));
  const [one, age, d, firstBit] = [0, 1, 2, 3];
  const indices = Array.from({ length: bits }, (_, index) => index);
  const weights = Object.fromEntries(indices.map((index) => [firstBit + index, 2 ** index]));
  return [
    {
      part: 'difference',
      index: 0,
      a: build({ [one]: -least, [age]: 1 }),
      b: build({ [one]: 1 }),
      c: build({ [d]: 1 }),
    },
    { part: 'sum', index: 0, a: build(weights), b: build({ [one]: 1 }), c: build({ [d]: 1 }) },
    ...indices.map((index) => ({
      part: 'bit' as const,
      index,
      a: build({ [firstBit + index]: 1 }),
      b: build({ [one]: -1, [firstBit + index]: 1 }),
      c: build({}),
    })),
  ];
}

function isDeleted({ part, index }: Constraint, deletion: Deletion): boolean {
  if (deletion === 'range') return part !== 'difference';
  return part === deletion && index === 0;
}

/**
 * The vector z for an age from 0 to p − 1. Computed, it has d = age − least and the n lowest bits of d, as Num2Bits
 * computes them; `one-bit` puts all of d into the lowest bit; `other-age` has the d and the bits of another age. Of
 * edited digits it takes the n lowest.
 */
export function fillVector(age: number, witness: Witness, circuit: Circuit): number[] {
  const { prime, bits, least } = circuit;
  const isEdited = typeof witness === 'object';
  const from = witness === 'other-age' ? otherAge : age;
  const d = isEdited ? witness.difference : reduce(from - least, prime);
  const digits = isEdited ? witness.digits : d;
  const values = Array.from({ length: bits }, (_, index) =>
    witness === 'one-bit' ? (index === 0 ? d : 0) : Math.floor(digits / 2 ** index) % 2,
  );
  return [1, age, d, ...values];
}

/** The two sides of a constraint at z, modulo p. @throws RangeError if z has not as many numbers */
export function checkConstraint(
  constraint: Constraint,
  z: Vector,
  prime: number,
): Pick<Check, 'left' | 'right' | 'product' | 'output' | 'holds'> {
  const modulus = BigInt(prime);
  if (constraint.a.length !== z.length) throw new RangeError(`z has ${z.length} numbers.`);
  const [left = 0n, right = 0n, output = 0n] = [constraint.a, constraint.b, constraint.c].map(
    (row) => row.reduce((sum, entry, n) => sum + BigInt(entry) * BigInt(at(z, n)), 0n) % modulus,
  );
  const product = (left * right) % modulus;
  return {
    left: Number(left),
    right: Number(right),
    product: Number(product),
    output: Number(output),
    holds: product === output,
  };
}

/**
 * How many values of (age − least) mod p have a witness that is accepted; they are 0, 1, 2, ….
 *
 * A field has no divisors of zero, so b (b − 1) = 0 has the roots 0 and 1 alone, and n bits have the sums 0 to
 * 2ⁿ − 1. Without one of the constraints, d or a bit can have any value, and there is a witness for each age.
 */
export function countReached({ prime, bits }: Circuit, deletion: Deletion): number {
  return deletion === 'none' ? Math.min(2 ** bits, prime) : prime;
}

/** An age and a witness for it, by the constraints that are left. */
export function checkAge(
  age: number,
  witness: Witness,
  deletion: Deletion,
  circuit: Circuit,
): AgeCheck {
  const z = fillVector(age, witness, circuit);
  const checks = listConstraints(circuit).map((constraint) => ({
    constraint,
    ...checkConstraint(constraint, z, circuit.prime),
    isDeleted: isDeleted(constraint, deletion),
  }));
  const isAccepted = checks.every(({ holds, isDeleted }) => holds || isDeleted);
  const isOfAge = age >= circuit.least;
  const reach = countReached(circuit, deletion);
  const isWrong = isAccepted ? !isOfAge : isOfAge && age - circuit.least >= reach;
  return { circuit, age, z, checks, isAccepted, isOfAge, isWrong, reach };
}
