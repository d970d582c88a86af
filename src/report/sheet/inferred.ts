import { inPercent } from '../../core/index.js';
import {
  type Bootstrap,
  bootstrap,
  type DeflatedSharpeRatio,
  deflatedSharpeRatio,
  type MinimumTrackRecordLength,
  minimumTrackRecordLength,
  type ProbabilisticSharpeRatio,
  probabilisticSharpeRatio,
} from '../../inference/index.js';
import type { ReturnSeries } from '../../panel/index.js';
import { cagr, excessReturns, maxDrawdown, sharpeRatio } from '../../stats/index.js';
import { numberCell } from '../../table/index.js';
import type { SheetData } from './sheet-data.js';

/** What a record proves of one series. */
export interface Inferred {
  /** Of CAGR and deepest drawdown. */
  readonly paths: Bootstrap<'cagr' | 'maxDrawdown'>;
  /** Of the Sharpe ratio, over cash where cash is given, with blocks of the same length. */
  readonly sharpe: Bootstrap<'sharpeRatio'>;
}

/** What a Sharpe ratio proves. */
export interface SharpeProof {
  readonly probabilistic: ProbabilisticSharpeRatio;
  readonly length: MinimumTrackRecordLength;
  readonly deflated: DeflatedSharpeRatio | null;
}

/** Rows above which a replication is dear: then the ends of the intervals rest on fewer of them. */
const LONG = 2000;
const REPLICATIONS = { short: 10_000, long: 1000 } as const;

/** The bootstrap of one series with the seed of the page. */
export function resampled(series: ReturnSeries, { riskFree, seed }: SheetData): Inferred {
  const replications = series.values.length > LONG ? REPLICATIONS.long : REPLICATIONS.short;
  const paths = bootstrap(series, { cagr, maxDrawdown }, { seed, replications });
  const over = riskFree === undefined || series.meta.kind === 'excess' ? series : excessReturns(series, riskFree);
  const { blockLength } = paths;
  return { paths, sharpe: bootstrap(over, { sharpeRatio }, { seed, replications, blockLength }) };
}

/** The tests of a Sharpe ratio; deflated where the trials are known. */
export function sharpeProof(series: ReturnSeries, { riskFree, trials }: SheetData): SharpeProof {
  const options = { riskFree: series.meta.kind === 'excess' ? undefined : riskFree };
  return {
    probabilistic: probabilisticSharpeRatio(series, options),
    length: minimumTrackRecordLength(series, options),
    deflated: trials === undefined ? null : deflatedSharpeRatio(series, { ...trials, ...options }),
  };
}

/** What of that belongs among the first things that a reader must know. */
export function proofWarnings({ length, deflated }: SharpeProof): string[] {
  const { name, years, longEnough, level, n, periodsPerYear } = length;
  return [
    ...(deflated === null
      ? []
      : deflated.notes.filter((note) => /trials were tried|is not (?:among|the highest)/.test(note))),
    ...(longEnough || Number.isNaN(years)
      ? []
      : [
          `${name}: the record of ${numberCell(n / periodsPerYear, 1).text} years is shorter than the ${numberCell(years, 1).text} that its Sharpe ratio needs to be above 0 at ${inPercent(level)}.`,
        ]),
  ];
}
