import { seededRandom, sum } from '../../core/index.js';

/** How a difference of means stands among other divisions of the same figures. */
export interface GroupOrders {
  readonly pValue: number;
  readonly oneSidedPValue: number;
  readonly exact: boolean;
  readonly divisions: number;
}

/** Differences as near as this, relative to the figures, are equal: the same figures added in another order. */
const LEVEL = 1e-12;

/** Counts the divisions of the figures into groups of the same sizes, all of them where there are at most `most`. */
export function groupOrders(
  first: readonly number[],
  second: readonly number[],
  most: number,
  seed: number,
): GroupOrders {
  const all = [...first, ...second];
  const [size, total] = [first.length, sum(all)];
  const difference = (part: number): number => part / size - (total - part) / second.length;
  const seen = difference(sum(first));
  const level = LEVEL * Math.max(...all.map(Math.abs));
  const tally = { far: 0, high: 0 };
  const count = (part: number): void => {
    const found = difference(part);
    if (Math.abs(found) >= Math.abs(seen) - level) tally.far++;
    if (found >= seen - level) tally.high++;
  };
  const divisions = choices(all.length, size);
  if (divisions <= most) {
    everyPart(all, size, count);
    return {
      pValue: tally.far / divisions,
      oneSidedPValue: tally.high / divisions,
      exact: true,
      divisions,
    };
  }
  drawnParts(all, size, most, seed, count);
  return {
    pValue: (tally.far + 1) / (most + 1),
    oneSidedPValue: (tally.high + 1) / (most + 1),
    exact: false,
    divisions: most,
  };
}

/** n over k. */
function choices(n: number, k: number): number {
  let count = 1;
  for (let step = 1; step <= Math.min(k, n - k); step++) count = (count * (n - step + 1)) / step;
  return Math.round(count);
}

/** The sum of every choice of `size` figures. */
function everyPart(all: readonly number[], size: number, count: (part: number) => void): void {
  const choose = (from: number, left: number, part: number): void => {
    if (left === 0) {
      count(part);
      return;
    }
    for (let index = from; index <= all.length - left; index++) choose(index + 1, left - 1, part + all[index]!);
  };
  choose(0, size, 0);
}

function drawnParts(
  all: readonly number[],
  size: number,
  draws: number,
  seed: number,
  count: (part: number) => void,
): void {
  const random = seededRandom(seed);
  const order = [...all];
  for (let draw = 0; draw < draws; draw++) {
    let part = 0;
    for (let place = 0; place < size; place++) {
      const other = place + random.integer(order.length - place);
      [order[place], order[other]] = [order[other]!, order[place]!];
      part += order[place]!;
    }
    count(part);
  }
}
