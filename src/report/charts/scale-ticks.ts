import type { DatedLine } from './dated-lines.js';
import type { ValueAxis } from './time-chart.js';

/** Round numbers for the axis of a logarithmic scale between two positive numbers: as many as make it readable, three at least where they can be had. */
export function logTicks(low: number, high: number, most = 9): readonly number[] {
  const decades = Math.log10(high / low);
  const steps = decades > most / 2 ? [1] : decades > 2 ? [1, 3] : decades > 1 ? [1, 2, 5] : [1, 1.5, 2, 3, 4, 5, 7];
  const found: number[] = [];
  const first = Math.floor(Math.log10(low));
  const every = Math.max(1, Math.ceil(decades / most));
  for (let power = first; power <= Math.ceil(Math.log10(high)); power += every)
    for (const step of steps) {
      const tick = Number((step * 10 ** power).toPrecision(6));
      if (tick >= low && tick <= high) found.push(tick);
    }
  return found.length >= 3 ? found : linearTicks(low, high);
}

/** Round numbers at even distances, about six of them. */
function linearTicks(low: number, high: number): readonly number[] {
  const rough = (high - low) / 6;
  if (!(rough > 0)) return [low];
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 2.5, 5, 10].find((one) => one * power >= rough) ?? 10);
  const ticks: number[] = [];
  for (let tick = Math.ceil(low / step) * step; tick <= high + step * 1e-9; tick += step)
    ticks.push(Number(tick.toPrecision(8)));
  return ticks;
}

/** Percent with as many decimals as the distance between the ends asks for, in the words of d3-format. */
export function percentFormat(low: number, high: number): string {
  const span = high - low;
  return span > 0.08 ? '.0%' : span > 0.008 ? '.1%' : '.2%';
}

/** The least and the greatest of the finite numbers; both NaN of none. */
export function extent(...lists: readonly ArrayLike<number>[]): readonly [low: number, high: number] {
  let [low, high] = [Infinity, -Infinity];
  for (const list of lists)
    for (let index = 0; index < list.length; index++) {
      const value = list[index]!;
      if (!Number.isFinite(value)) continue;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  return low > high ? [NaN, NaN] : [low, high];
}

/** A logarithmic axis with room around the lines. What is 0 or less has no place on it, and is left out. */
export function logAxis(title: string, lines: readonly Pick<DatedLine, 'values'>[]): ValueAxis {
  const [low, high] = extent(...lines.map(({ values }) => Array.from(values, (value) => (value > 0 ? value : NaN))));
  const [from, to] = Number.isNaN(low) ? [0.5, 2] : [low / 1.03, high * 1.03];
  return {
    title,
    format: ',.4~r',
    scale: { type: 'log', nice: false, domain: [from, to] },
    values: logTicks(from, to),
    log: true,
  };
}
