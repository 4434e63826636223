import { ticks, tickStep } from 'd3-array';

type Ends = readonly [number, number];

/** Maps values of its domain to places in its range, and extrapolates beyond both. */
export interface Scale {
  (value: number): number;
  /** The values at the two ends. */
  readonly domain: Ends;
  /** Their places. */
  readonly range: Ends;
}

/** A scale with round values: about as many as are asked for, each a multiple of 1, 2 or 5 times a power of ten. */
export interface LinearScale extends Scale {
  ticks: (count: number) => number[];
  /** Prints these with as many decimals as tell them apart. */
  tickFormat: (count: number) => (tick: number) => string;
}

export function scaleLinear(domain: Ends, range: Ends): LinearScale {
  return Object.assign(
    buildScale(domain, range, (value) => value),
    {
      ticks: (count: number) => ticks(...domain, count),
      tickFormat: (count: number) => {
        const [, exponent] = tickStep(...domain, count)
          .toExponential()
          .split('e');
        const decimals = Math.max(0, -Number(exponent));
        return (tick: number) => print(tick, decimals);
      },
    },
  );
}

/** A scale in which equal ratios of positive values are equally far apart. */
export function scaleLog(domain: Ends, range: Ends): Scale {
  return buildScale(domain, range, Math.log);
}

/**
 * Ticks of a logarithmic scale: powers of ten; where they are few, 2 and 5 times those as well, and where they are
 * many, every second or third. Of a small part of a decade, round values.
 *
 * @param room the length of the axis, units of the panel
 * @param tickRoom that of a tick’s number, with some air
 */
export function listLogTicks([least, most]: Ends, room: number, tickRoom = 44): number[] {
  const [first, last] = [Math.floor(Math.log10(least)), Math.ceil(Math.log10(most))];
  const powers = Array.from({ length: last - first + 1 }, (_, index) => 10 ** (first + index));
  const isShown = (tick: number) => tick >= least && tick <= most;
  const fine = powers.flatMap((power) => [power, 2 * power, 5 * power]).filter(isShown);
  if (fine.length < 2) return ticks(least, most, 4);
  if (fine.length * tickRoom <= room) return fine;
  const whole = powers.filter(isShown);
  const shown = whole.length < 2 ? fine : whole;
  const stride = Math.ceil((shown.length * tickRoom) / room);
  // A power of ten is among them.
  const power = Math.max(0, shown.indexOf(whole[0] ?? NaN));
  return shown.filter((_, index) => (index - power) % stride === 0);
}

function buildScale(domain: Ends, range: Ends, transform: (value: number) => number): Scale {
  const [low, high] = [transform(domain[0]), transform(domain[1])];
  const place = (value: number) => {
    // Of a single value the place is the middle.
    const share = high === low ? 0.5 : (transform(value) - low) / (high - low);
    return range[0] * (1 - share) + range[1] * share;
  };
  return Object.assign(place, { domain, range });
}

/** A number with a comma between thousands, and without a minus before zero. */
function print(value: number, decimals: number): string {
  const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const text = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return value < 0 && Number(value.toFixed(decimals)) !== 0 ? `−${text}` : text;
}
