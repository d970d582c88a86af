import { assertKnownOptions, assertObject, assertOneOf, describeValue, InputError } from '../../core/index.js';
import { assertReturnSeries, fromSeries, type Panel, type ReturnSeries } from '../../panel/index.js';
import { averageLess, averageOf } from './average-series.js';
import type { PortfolioSorts } from './portfolio-sorts.js';

/**
 * The portfolios of a 2 × n sort: what `portfolioSorts` gives by size and one more characteristic, or returns as they are published: the small
 * ones, low to high, and the big ones.
 */
export type FactorSort =
  Pick<PortfolioSorts, 'by' | 'cells'> | readonly [small: readonly ReturnSeries[], big: readonly ReturnSeries[]];

/** A sort with the side that the factor is long of. */
export interface FactorSource {
  readonly sort: FactorSort;
  /** 'high' as in HML and RMW, 'low' as in CMA (low investment is conservative). */
  readonly long: 'high' | 'low';
}

/**
 * The factor returns of 2 × 3 sorts by the definitions of Fama and French: SMB, and one factor for each sort.
 *
 * A factor is ½ (small high + big high) − ½ (small low + big low): HML, RMW; with `long: 'low'` the other way round: CMA. SMB of a
 * sort is the mean of its small portfolios less the mean of its big ones; of several sorts SMB is the mean of theirs. One sort by book-to-market
 * gives SMB and HML of 1993; three, by book-to-market, operating profitability and investment, the four of 2015.
 *
 * @param sorts by the name of the factor: `{ HML: valueSort }`, `{ HML: value, RMW: profit, CMA: { sort: investment, long: 'low' } }`.
 * @returns a panel of kind 'excess' for `factorRegression`: 'SMB' first. NaN where a portfolio has no return.
 * @throws InputError `option.type` (no sort, or not two by two at least), `option.range` (a factor called SMB), `option.unknown`,
 *   `series.invalid`, `calendar.mismatch`.
 * @see Fama, E. F. and French, K. R. (1993), "Common Risk Factors in the Returns on Stocks and Bonds", Journal of Financial Economics 33(1), 3–56;
 *   (2015), "A Five-Factor Asset Pricing Model", Journal of Financial Economics 116(1), 1–22, table 3.
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['2023-12'], returns: { SL: [0.02], SM: [0.05], SH: [0.08], BL: [0.01], BM: [0.02], BH: [0.06] } });
 * const factors = factorReturns({ HML: [[returns('SL'), returns('SM'), returns('SH')], [returns('BL'), returns('BM'), returns('BH')]] });
 * console.log(factors.returns('SMB').values[0]?.toFixed(3), factors.returns('HML').values[0]?.toFixed(3)); // 0.020 0.055
 */
export function factorReturns<const Factor extends string>(
  sorts: Readonly<Record<Factor, FactorSort | FactorSource>>,
): Panel<Factor | 'SMB'> {
  const where = 'factorReturns';
  assertObject(where, 'the sorts', sorts);
  const entries = Object.entries<FactorSort | FactorSource>(sorts);
  if (entries.length === 0) {
    throw new InputError('option.type', `${where}: found no sort. Give one by name: { HML: portfolioSorts(…) }.`, {
      where,
    });
  }
  const read = entries.map(([factor, source]) => {
    if (factor === 'SMB') {
      throw new InputError(
        'option.range',
        `${where}: a factor is called "SMB", which is the name of small minus big over all sorts. Choose another.`,
        { where, factor },
      );
    }
    return { factor, ...readSource(`${where}, ${factor}`, source) };
  });
  const sizes = read.map(({ factor, small, big }) => averageLess(where, `SMB of ${factor}`, small, big));
  const factors = read.map(({ factor, small, big, long }) => {
    const high = [small.at(-1)!, big.at(-1)!];
    const low = [small[0]!, big[0]!];
    return long === 'high' ? averageLess(where, factor, high, low) : averageLess(where, factor, low, high);
  });
  return fromSeries(averageOf(where, 'SMB', sizes), ...factors) as unknown as Panel<Factor | 'SMB'>;
}

interface Sorted {
  readonly small: readonly ReturnSeries[];
  readonly big: readonly ReturnSeries[];
  readonly long: 'high' | 'low';
}

/** Every array has a function called sort, too. */
const isSource = (source: FactorSort | FactorSource): source is FactorSource =>
  !Array.isArray(source) && 'sort' in source;

function readSource(where: string, source: FactorSort | FactorSource): Sorted {
  if (typeof source !== 'object' || (source as unknown) === null) throw noSort(where, source);
  if (!isSource(source)) return { ...readSort(where, source), long: 'high' };
  assertKnownOptions(where, source, ['sort', 'long']);
  assertOneOf(where, 'long', source.long, ['high', 'low']);
  return { ...readSort(where, source.sort), long: source.long };
}

function readSort(where: string, sort: FactorSort): Omit<Sorted, 'long'> {
  const given: unknown = sort;
  if (typeof given !== 'object' || given === null) throw noSort(where, given);
  const rows: unknown = 'cells' in sort ? rowsOf(where, sort) : sort;
  if (!Array.isArray(rows)) throw noSort(where, sort);
  const [small, big] = rows as readonly unknown[];
  if (!Array.isArray(small) || !Array.isArray(big) || rows.length !== 2) throw noSort(where, sort);
  if (small.length < 2 || small.length !== big.length) throw noSort(where, sort);
  [...(small as unknown[]), ...(big as unknown[])].forEach((one, index) => {
    assertReturnSeries(where, `portfolio ${index}`, one);
  });
  return { small: small as ReturnSeries[], big: big as ReturnSeries[] };
}

/** The two rows of a sort by size and one more characteristic. */
function rowsOf(where: string, { by, cells }: Pick<PortfolioSorts, 'by' | 'cells'>): readonly ReturnSeries[][] {
  if (![by, cells].every((list: unknown) => Array.isArray(list))) throw noSort(where, { by, cells });
  const [size, other] = by;
  if (by.length !== 2 || size?.groups.length !== 2 || other === undefined) throw noSort(where, { by });
  return size.groups.map((group) => cells.filter(({ groups }) => groups[0] === group).map(({ returns }) => returns));
}

const noSort = (where: string, found: unknown): InputError =>
  new InputError(
    'option.type',
    `${where}: found ${describeValue(found)}; give portfolioSorts(panel, { by: [size with one breakpoint, a characteristic], … }), or two rows of as many return series: ` +
      '[[small low, …, small high], [big low, …, big high]].',
    { where, found: describeValue(found) },
  );
