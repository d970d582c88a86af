import { assertObject, assertOneOf, describeValue, InputError, suggestNames } from '../../core/index.js';
import type { ReturnSeries } from '../../panel/index.js';
import {
  arithmeticMean,
  cagr,
  cagrByPeriods,
  maxDrawdown,
  sharpeRatio,
  totalReturn,
  volatility,
} from '../../stats/index.js';
import type { BacktestResult } from '../result.js';
import type { FusedName } from './moments.js';

/** One figure per variant: the name of one that is worked out on the way, or any function of the result. */
export type SweepMetric = FusedName | ((result: BacktestResult) => number);

/** A figure, its function, and its fused name where it has one. */
export interface ReadMetric {
  readonly key: string;
  readonly fused: FusedName | undefined;
  readonly evaluate: (result: BacktestResult) => number;
}

const FUNCTIONS: Readonly<Record<FusedName, (series: ReturnSeries) => number>> = {
  totalReturn,
  cagr,
  cagrByPeriods,
  arithmeticMean,
  volatility,
  sharpeRatio: (series) => sharpeRatio(series),
  maxDrawdown,
};

/** A fused figure by the function of its name. */
export const figureOf = (name: FusedName, series: ReturnSeries): number => FUNCTIONS[name](series);

const NAMES = Object.keys(FUNCTIONS) as FusedName[];

/** The function of a fused figure, or undefined. */
const fusedNameOf = (metric: unknown): FusedName | undefined =>
  metric === sharpeRatio ? 'sharpeRatio' : NAMES.find((name) => FUNCTIONS[name] === metric);

/** Checks the figures that were asked for. */
export function readMetrics(metrics: unknown, where: string): readonly ReadMetric[] {
  const given = Array.isArray(metrics) ? namesOf(metrics, where) : entriesOf(metrics, where);
  if (given.length === 0) {
    throw new InputError(
      'option.missing',
      `${where}: "metrics" is empty; give functions such as { cagr, maxDrawdown }.`,
    );
  }
  return given.map(([key, metric]) => {
    if (typeof metric === 'function') {
      return { key, fused: fusedNameOf(metric), evaluate: metric as ReadMetric['evaluate'] };
    }
    if (typeof metric === 'string' && Object.hasOwn(FUNCTIONS, metric)) {
      return { key, fused: metric as FusedName, evaluate: FUNCTIONS[metric as FusedName] };
    }
    throw new InputError(
      'option.type',
      `${where}: the metric "${key}" is ${describeValue(metric)}; it must be a function of a result, or one of the names ${NAMES.join(', ')}.` +
        (typeof metric === 'string' ? ` ${suggestNames(metric, NAMES)}` : ''),
      { metric: key, found: describeValue(metric) },
    );
  });
}

function namesOf(metrics: readonly unknown[], where: string): [string, unknown][] {
  return Array.from(metrics, (name, place) => {
    assertOneOf(where, `metrics[${place}]`, name, NAMES);
    if (metrics.indexOf(name) === place) return [name, name];
    throw new InputError('option.range', `${where}: "metrics" names "${name}" twice; once is enough.`, {
      metric: name,
    });
  });
}

function entriesOf(metrics: unknown, where: string): [string, unknown][] {
  assertObject(where, '"metrics"', metrics);
  return Object.entries(metrics);
}
