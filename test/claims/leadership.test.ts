import { describe, expect, it } from 'vitest';
import { fromReturns, slice, type Panel } from 'backtilt';
import { frenchSize, frenchSizeValue, type FrenchSize, type FrenchSizeValue } from 'backtilt/data';
import { c6 } from '../../examples/claims/c06-leadership-cycles.js';
import { c22 } from '../../examples/claims/c22-after-extreme-weakness.js';
import { c28 } from '../../examples/claims/c28-small-value-behind.js';
import { falls, weakRuns } from '../../examples/claims/leadership.js';
import { weakMonths } from '../../examples/claims/weak-months.js';
import { altered } from './altered.js';
import { compounded, meanOf, monthNumber, monthsBetween } from './made-panels.js';

/** Runs from turn to turn, in months, by a zig-zag that is written out: extremes are kept until the path has fallen by so much, or its inverse. */
function runsByHand(path: readonly number[], fall: number): { months: number; down: boolean }[] {
  const turns: number[] = [];
  let [high, low, direction] = [0, 0, 0];
  path.forEach((level, at) => {
    if (level >= path[high]!) high = at;
    if (level <= path[low]!) low = at;
    // Small caps have lost so much against large ones, or large ones against small ones.
    const [fell, rose] = [level <= path[high]! * (1 - fall), path[low]! <= level * (1 - fall)];
    if (direction >= 0 && fell) {
      if (high > 0) turns.push(high);
      [direction, low] = [-1, at];
    } else if (direction <= 0 && rose) {
      if (low > 0) turns.push(low);
      [direction, high] = [1, at];
    }
    if (direction < 0) high = low;
    if (direction > 0) low = high;
  });
  const points = [0, ...turns, path.length - 1];
  return points.slice(1).map((end, index) => ({
    months: end - points[index]!,
    down: path[end]! < path[points[index]!]!,
  }));
}

const pathOf = (small: readonly number[], large: readonly number[]): number[] => {
  const path = [1];
  small.forEach((one, row) => path.push((path[row]! * (1 + one)) / (1 + large[row]!)));
  return path;
};

/** Returns up to August 2025 of a pair in which the small one leads and lags by turns, each so many months long. */
function byTurns<Asset extends string>(
  runs: readonly number[],
  small: readonly Asset[],
  large: readonly Asset[],
): Panel<Asset> {
  const length = runs.reduce((sum, one) => sum + one, 0);
  const dates = monthsBetween('1850-01', '2025-08').slice(-length);
  // The last run is one of weakness, and they alternate.
  const lead = runs.flatMap((months, index) =>
    Array<number>(months).fill((runs.length - index) % 2 === 1 ? -0.02 : 0.02),
  );
  const level = lead.map(() => 0);
  const columns = [...small.map((one) => [one, lead] as const), ...large.map((one) => [one, level] as const)];
  const returns = Object.fromEntries(columns) as Record<Asset, number[]>;
  return fromReturns({ frequency: 'monthly', dates, returns });
}

const size = frenchSize();
const cells = frenchSizeValue();

describe('C6, cycles of nine years', () => {
  it('is not supported, however far a turn must go', () => {
    const { verdict, readings } = c6();
    expect(verdict).toBe('not supported');
    const [judged, aside] = [true, false].map((counts) => readings.filter((one) => one.counts === counts));
    expect(judged!.map(({ figure }) => figure)).toEqual([0, 0, 1, 1, 0, 1, 1, 1]);
    expect(aside!.map(({ aside: beside }) => beside)).toEqual(Array(8).fill(true));
  });

  it.each(falls)('measures the runs and cycles that a zig-zag by hand finds, falls by %d', (fall) => {
    const [small, large] = [
      slice(size.returns('Lo 30'), { to: '2025-08' }),
      slice(size.returns('Hi 30'), { to: '2025-08' }),
    ];
    const runs = runsByHand(pathOf(Array.from(small.values), Array.from(large.values)), fall);
    const found = weakRuns(size.returns('Lo 30'), size.returns('Hi 30'), fall);
    expect(found.whole.map(({ months }) => months)).toEqual(runs.slice(1, -1).map(({ months }) => months));
    const last = runs.at(-1)!;
    expect(found.present).toBeCloseTo(last.down ? last.months / 12 : 0, 12);
    const earlier = runs.slice(0, -1).filter(({ down }) => down);
    expect(found.earlier).toEqual(earlier.map(({ months }) => months / 12));
    // A cycle is a fall and the rise after it, both whole; its years are those of the two.
    const whole = runs.slice(1, -1);
    const cycles = whole.flatMap(({ down, months }, at) =>
      down && at + 1 < whole.length ? [(months + whole[at + 1]!.months) / 12] : [],
    );
    expect(found.cycles).toHaveLength(cycles.length);
    cycles.forEach((years, at) => {
      expect(found.cycles[at]).toBeCloseTo(years, 12);
    });
  });

  it('calls a fall by 40 % what is one: 0.6 of the peak makes a turn, a little more does not', () => {
    const path = (low: number) => [0.5, low - 1, 1 / low - 1 + 1e-6, -0.1];
    const turnsOf = (low: number) => {
      const dates = monthsBetween('2025-01', '2025-04');
      const pair = fromReturns({ frequency: 'monthly', dates, returns: { S: path(low), L: [0, 0, 0, 0] } });
      return weakRuns(pair.returns('S'), pair.returns('L'), 0.4).whole.length;
    };
    expect([turnsOf(0.5999), turnsOf(0.6001)]).toEqual([1, 0]);
  });

  it('is supported by cycles of nine years with twelve years of weakness at their end', () => {
    // 22 half cycles of 54 months; ten cycles are whole, and the last rise ends at the peak from which the twelve years begin.
    const made = byTurns<FrenchSize>([...Array<number>(22).fill(54), 144], ['Lo 30', 'Lo 20'], ['Hi 30', 'Hi 20']);
    const { verdict, readings } = c6(made);
    expect(readings[0]!.parts.map(({ figure }) => figure)).toEqual([9, 12, 7.5]);
    expect(readings[0]!.parts[0]!.independent).toBe(10);
    expect(readings[1]).toMatchObject({ figure: 4.5, aside: true, counts: false });
    expect(verdict).toBe('supported');
  });

  it('proves nothing with three whole cycles, and fails where small caps lead now', () => {
    const few = byTurns<FrenchSize>([...Array<number>(8).fill(54), 144], ['Lo 30', 'Lo 20'], ['Hi 30', 'Hi 20']);
    expect(c6(few).verdict).toBe('true but uninformative');
    const leading = byTurns<FrenchSize>([...Array<number>(22).fill(54), 144], ['Hi 30', 'Hi 20'], ['Lo 30', 'Lo 20']);
    expect(c6(leading).verdict).toBe('not supported');
    expect(c6(leading).readings[0]!.parts[1]!.figure).toBe(0);
  });

  it('does not look past August 2025', () => {
    const later = altered(size, (_, value, date) => (date > '2025-08-31' ? -0.5 : value));
    expect(c6(later).readings).toEqual(c6().readings);
  });
});

describe('C28, small value behind', () => {
  const { verdict, readings } = c28();
  const judged = readings.filter(({ counts }) => counts);

  it('is longer than the mean run with turns by a fifth of the dearest big firms alone, and one case in any reading', () => {
    expect(verdict).toBe('depends on the definition');
    expect(judged.map(({ agrees }) => agrees)).toEqual([true, ...Array<boolean>(7).fill(false)]);
    expect(readings.every(({ independent, informative }) => independent === 1 && !informative)).toBe(true);
    expect(judged.every(({ contradicts }) => contradicts !== true)).toBe(true);
  });

  it('compares the present run with the mean of the earlier whole ones, and with whole cycles beside', () => {
    const [value, growth] = (['SMALL HiBM', 'BIG LoBM'] as const).map((name) =>
      slice(cells.returns(name), { to: '2025-08' }),
    );
    const runs = runsByHand(pathOf(Array.from(value!.values), Array.from(growth!.values)), 0.3);
    const whole = runs.slice(1, -1);
    const earlier = whole.filter(({ down }) => down).map(({ months }) => months / 12);
    const cycles = whole.flatMap(({ down, months }, at) =>
      down && at + 1 < whole.length ? [(months + whole[at + 1]!.months) / 12] : [],
    );
    const present = runs.at(-1)!.down ? runs.at(-1)!.months / 12 : 0;
    expect(readings[2]!.n).toBe(earlier.length);
    expect(readings[2]!.figure).toBeCloseTo(present - meanOf(earlier), 10);
    expect(readings[2]!.reading).toContain(
      `${earlier.filter((years) => years > present).length} of ${earlier.length} were longer`,
    );
    expect(readings[3]).toMatchObject({ n: cycles.length, aside: true });
    expect(readings[3]!.figure).toBeCloseTo(present - meanOf(cycles), 10);
  });

  it.each([
    [120, 'true but uninformative'],
    [36, 'not supported'],
  ])('with %i months of weakness after runs of five years it is %s, since it is one run', (last, told) => {
    const runs = [...Array<number>(20).fill(60), last];
    const made = byTurns<FrenchSizeValue>(runs, ['SMALL HiBM'], ['BIG LoBM']);
    expect(c28(made, byTurns<FrenchSize>(runs, ['Lo 30'], ['Hi 30'])).verdict).toBe(told);
  });
});

describe('C22, the widest gap since 1999', () => {
  const [small, large] = [Array.from(size.returns('Lo 30').values), Array.from(size.returns('Hi 30').values)];
  const dates = small.map((_, row) => size.calendar.date(row));
  const age = (date: string): number => monthNumber(date) - monthNumber('1926-07');
  const gap = (row: number, months: number): number => {
    const rows = [row - months + 1, row + 1] as const;
    return (1 + compounded(small.slice(...rows))) / (1 + compounded(large.slice(...rows))) - 1;
  };

  it.each([
    ['2025-06-30', 0],
    ['2025-07-31', 4],
    ['2025-08-31', 9],
  ] as const)('hangs on the day over ten years: by %s %i months since 1999 had a wider gap', (day, count) => {
    const now = dates.indexOf(day);
    const wider = dates.filter((date, row) => date >= '2000-01' && row < now && gap(row, 120) < gap(now, 120) - 1e-12);
    expect(wider).toHaveLength(count);
    // All of them lie in the episode that is not over.
    expect(wider.every((date) => date > '2023-10-31')).toBe(true);
    const reading = c22().readings.find((one) => one.reading.startsWith(`Gap of 10 years, ${day.slice(0, 7)}`));
    expect(reading).toMatchObject({ figure: count, agrees: count === 0 });
    expect(c22().verdict).toBe('depends on the definition');
  });

  it('counts what followed the months whose gap was among the lowest tenth seen by then', () => {
    const gaps = dates.flatMap((date, row) => (row < 59 ? [] : [{ date, row, value: gap(row, 60) }]));
    // A rank of (how many are lower) / (how many others there are), at most a tenth.
    const wide = gaps.filter(({ value }, at) => {
      const lower = gaps.slice(0, at + 1).filter((other) => other.value < value - 1e-12).length;
      return at >= 119 && lower / at <= 0.1;
    });
    const after = wide.filter(({ row }) => row + 36 < small.length);
    const led = after.filter(({ row }) => gap(row + 36, 36) > 0);
    const reading = c22().readings[4]!;
    expect(reading.n).toBe(after.length);
    expect(reading.figure).toBeCloseTo(led.length / after.length, 12);
  });

  it('chooses months by what was known then: later returns change none of them', () => {
    const known = (panel: typeof size, years: number) =>
      (weakMonths(panel.returns('Lo 30'), panel.returns('Hi 30'), years) as readonly { knownOn: string }[]).map(
        ({ knownOn }) => knownOn,
      );
    for (const to of ['1975-06', '2001-03', '2020-12']) {
      const then = known(slice(size, { to }), 5);
      expect(then.length).toBeGreaterThan(0);
      expect(known(size, 5).filter((day) => day.slice(0, 7) <= to)).toEqual(then);
    }
  });

  it('is not supported where small caps fell behind ever faster up to 1999 and led from then on', () => {
    const made = altered(size, (asset, _, date) =>
      asset === 'Hi 30' ? 0 : date < '2000' ? -age(date) / 50_000 : 0.01,
    );
    const { verdict, readings } = c22(made);
    expect(readings.filter(({ figure }) => figure > 0.5 && figure < 1)).toEqual([]);
    expect(verdict).toBe('not supported');
  });

  it('finds the gap the widest where small caps fall behind ever faster to the end', () => {
    const made = altered(size, (asset, _, date) => (asset === 'Hi 30' ? 0 : -age(date) / 100_000));
    expect([0, 1, 2, 6, 7, 8].map((index) => c22(made).readings[index]!.agrees)).toEqual(Array(6).fill(true));
  });
});
