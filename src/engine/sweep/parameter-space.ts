import {
  assertFilledArray,
  assertKnownOptions,
  assertNumber,
  assertObject,
  describeValue,
  InputError,
  setEntry,
  type Random,
  seededRandom,
} from '../../core/index.js';

/** Values of every parameter; all their combinations are tried, the last parameter changing fastest. */
export type SweepGrid<Params extends object> = { readonly [Key in keyof Params]: readonly Params[Key][] };

/** Variants drawn by chance. Each variant has a generator of its own, so that it does not depend on how many came before. */
export interface SweepSample<Params extends object> {
  readonly count: number;
  /** A whole number; equal seeds give equal variants. */
  readonly seed: number;
  readonly draw: (random: Random) => Params;
}

/** Variants by number. Nothing is kept: a variant is made anew whenever it is asked for. */
export interface ParameterSpace {
  readonly count: number;
  /** What was varied. */
  readonly names: readonly string[];
  variant(index: number): object;
}

/** The variants of a grid, a list or a sample, whichever was given. */
export function spaceOf(
  given: {
    readonly grid?: unknown;
    readonly list?: readonly object[] | undefined;
    readonly sample?: SweepSample<object> | undefined;
  },
  where: string,
): ParameterSpace {
  const { grid, list, sample } = given;
  const count = [grid, list, sample].filter((one) => one !== undefined).length;
  if (count !== 1) {
    throw new InputError(
      count === 0 ? 'option.missing' : 'option.range',
      `${where}: give one of "grid", "list" and "sample", such as grid: { weight: [0, 0.1, 0.2] }; found ${count}.`,
    );
  }
  if (grid !== undefined) return gridSpace(grid as Readonly<Record<string, readonly unknown[]>>, where);
  return list === undefined ? sampleSpace(sample!, where) : listSpace(list, where);
}

/** More variants than this have no room in memory, and no meaning. */
const MOST = 10_000_000;

/** All combinations of the values of a grid. */
export function gridSpace(grid: Readonly<Record<string, readonly unknown[]>>, where: string): ParameterSpace {
  assertObject(where, '"grid"', grid);
  const names = Object.keys(grid);
  if (names.length === 0) {
    throw new InputError('option.missing', `${where}: "grid" is empty; give values such as { weight: [0, 0.1, 0.2] }.`);
  }
  const lists = names.map((name) => {
    assertFilledArray(where, `grid.${name}`, grid[name]);
    return [...grid[name]];
  });
  const count = lists.reduce((product, list) => product * list.length, 1);
  assertNumber(where, 'the number of variants', count, { min: 1, max: MOST });
  return {
    count,
    names,
    variant(index) {
      const params: Record<string, unknown> = {};
      let rest = index;
      let size = count;
      for (let place = 0; place < names.length; place++) {
        const list = lists[place]!;
        size /= list.length;
        setEntry(params, names[place]!, list[Math.floor(rest / size)]);
        rest %= size;
      }
      return params;
    },
  };
}

/** Variants as they were listed. */
export function listSpace(list: readonly object[], where: string): ParameterSpace {
  assertFilledArray(where, '"list"', list);
  const variants = list.map((params, index) => {
    assertObject(where, `list[${index}]`, params);
    return Object.freeze({ ...params });
  });
  const names = [...new Set(variants.flatMap((params) => Object.keys(params)))];
  return { count: variants.length, names, variant: (index) => variants[index]! };
}

/** Variants by chance. */
export function sampleSpace(sample: SweepSample<object>, where: string): ParameterSpace {
  const place = `${where}, sample`;
  assertObject(place, 'the options', sample);
  assertKnownOptions(place, sample, ['count', 'seed', 'draw']);
  const { count, seed, draw } = sample;
  assertNumber(place, 'count', count, { min: 1, max: MOST, integer: true });
  assertNumber(place, 'seed', seed, { min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER, integer: true });
  if (typeof (draw as unknown) !== 'function') {
    throw new InputError(
      'option.type',
      `${place}: "draw" is ${describeValue(draw)}; it must be a function (random) => parameters, such as ({ uniform }) => ({ weight: uniform() }).`,
    );
  }
  const variant = (index: number): object => {
    const params = draw(seededRandom((Math.imul(seed | 0, 0x9e3779b1) + index) | 0));
    assertObject(place, `what "draw" answered for variant ${index}`, params);
    return params;
  };
  return { count, names: Object.keys(variant(0)), variant };
}
