// Loaded before a command by `node --import`: its clock, and that of all Node that it starts, begins at another
// moment, and goes on from there.

const RealDate = Date;
const shift = RealDate.parse(process.env.CLOCK_STARTS ?? '') - RealDate.now();
const now = () => RealDate.now() + shift;

class ShiftedDate extends RealDate {
  constructor(...parts: [] | [number]) {
    // What is made from parts, or from a text, is no reading of the clock.
    super(...(parts.length === 0 ? ([now()] as const) : parts));
  }

  static override now(): number {
    return now();
  }
}

// Called as a function, it tells the time as text.
globalThis.Date = new Proxy(ShiftedDate as unknown as DateConstructor, {
  apply: () => new ShiftedDate().toString(),
});
export {};
