// Preloaded with `node --import`: shifts the clock of a command and of all its Node children.

const RealDate = Date;
const shift = RealDate.parse(process.env.CLOCK_STARTS ?? '') - RealDate.now();
const now = () => RealDate.now() + shift;

class ShiftedDate extends RealDate {
  constructor(...parts: [] | [number]) {
    // A date built from arguments does not read the clock.
    super(...(parts.length === 0 ? ([now()] as const) : parts));
  }

  static override now(): number {
    return now();
  }
}

// Called as a function, Date returns the current time as text.
globalThis.Date = new Proxy(ShiftedDate as unknown as DateConstructor, {
  apply: () => new ShiftedDate().toString(),
});
export {};
