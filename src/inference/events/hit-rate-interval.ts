import { assertKnownOptions, assertNumber, assertOneOf, inPercent } from '../../core/index.js';
import { normalQuantile, ratio } from '../../stats/index.js';
import { countCell, makeTable, percentCell, type Table } from '../../table/index.js';
import { betaQuantile } from '../distributions/beta-quantile.js';
import { type Tabled, withTable } from '../with-table.js';
import { assertLevel } from '../assert-level.js';

const METHODS: readonly HitRateMethod[] = ['wilson', 'clopperPearson'];

/** How the ends of a {@link HitRateInterval} are found. */
export type HitRateMethod = 'wilson' | 'clopperPearson';

/** Options of {@link hitRateInterval}. */
export interface HitRateIntervalOptions {
  /** 'wilson' when absent: its coverage is near the level on average; 'clopperPearson' never covers less, and is wider. */
  readonly method?: HitRateMethod | undefined;
  /** The confidence level; 0.95 when absent. */
  readonly level?: number | undefined;
}

/** A share of hits with its interval. */
export interface HitRateFigures {
  readonly hits: number;
  readonly n: number;
  /** As many: the cases say nothing about each other. */
  readonly independent: number;
  /** hits / n; NaN of nothing. */
  readonly share: number;
  readonly low: number;
  readonly high: number;
  readonly method: HitRateMethod;
  readonly level: number;
  readonly assumptions: readonly string[];
}

/** A share of hits with its interval. Prints itself. */
export interface HitRateInterval extends HitRateFigures, Tabled {}

/**
 * How far the true share of hits may be from the one seen: the Wilson or the Clopper–Pearson interval of k hits in n cases.
 *
 * Wilson, with z the normal quantile at (1 + level)/2: (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n). Clopper–Pearson, with α = 1 − level: the beta
 * quantiles at α/2 of (k, n − k + 1) and at 1 − α/2 of (k + 1, n − k); 0 and 1 at the ends. Both take the cases for independent:
 * overlapping windows are fewer cases than they look.
 *
 * *Undefined (NaN):* share, low and high where n is 0.
 *
 * @throws InputError `option.range`, `option.type`, `option.unknown`.
 * @see Wilson, E. B. (1927), Journal of the American Statistical Association 22, 209–212; Clopper, C. J. and Pearson, E. S. (1934), Biometrika 26, 404–413;
 *   Brown, L. D., Cai, T. T. and DasGupta, A. (2001), "Interval Estimation for a Binomial Proportion", Statistical Science 16(2).
 * @example
 * const { share, low, high } = hitRateInterval(6, 10);
 * console.log(share, low.toFixed(3), high.toFixed(3)); // 0.6 0.313 0.832
 */
export function hitRateInterval(hits: number, n: number, options: HitRateIntervalOptions = {}): HitRateInterval {
  const where = 'hitRateInterval';
  assertKnownOptions(where, options, ['method', 'level']);
  const { method = 'wilson', level = 0.95 } = options;
  assertNumber(where, 'n', n, { min: 0, integer: true });
  assertNumber(where, 'hits', hits, { min: 0, max: n, integer: true });
  assertOneOf(where, 'method', method, METHODS);
  assertLevel(where, level);
  const figures = hitRateFigures(hits, n, method, level);
  return withTable(figures, tableOf(figures));
}

/** The figures of an interval, without their table. */
export function hitRateFigures(hits: number, n: number, method: HitRateMethod, level: number): HitRateFigures {
  const [low, high] = n === 0 ? [NaN, NaN] : { wilson, clopperPearson }[method](hits, n, level);
  const assumptions = ['The cases are independent, each a hit with the same probability.'];
  return { hits, n, independent: n, share: ratio(hits, n), low, high, method, level, assumptions };
}

function wilson(hits: number, n: number, level: number): [number, number] {
  const z = normalQuantile((1 + level) / 2);
  const share = hits / n;
  const scale = 1 + (z * z) / n;
  const centre = (share + (z * z) / (2 * n)) / scale;
  const half = (z / scale) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  return [hits === 0 ? 0 : centre - half, hits === n ? 1 : centre + half];
}

function clopperPearson(hits: number, n: number, level: number): [number, number] {
  const tail = (1 - level) / 2;
  return [
    hits === 0 ? 0 : betaQuantile(tail, hits, n - hits + 1),
    hits === n ? 1 : betaQuantile(1 - tail, hits + 1, n - hits),
  ];
}

const NAMES: Readonly<Record<HitRateMethod, string>> = { wilson: 'Wilson', clopperPearson: 'Clopper–Pearson' };

/** "95 % Wilson", as a table names an interval. */
export const intervalName = ({ level, method }: Pick<HitRateFigures, 'level' | 'method'>): string =>
  `${inPercent(level)} ${NAMES[method]}`;

function tableOf(interval: HitRateFigures): Table {
  return makeTable({
    columns: ['Hits', 'Cases', 'Share', `${intervalName(interval)}: from`, 'to'].map((key) => ({ key })),
    rows: [
      {
        Hits: countCell(interval.hits),
        Cases: countCell(interval.n),
        Share: percentCell(interval.share),
        [`${intervalName(interval)}: from`]: percentCell(interval.low),
        to: percentCell(interval.high),
      },
    ],
    notes: interval.assumptions,
  });
}
