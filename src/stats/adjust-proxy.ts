import { assertNumber, assertObject, InputError } from '../core/index.js';
import { makeReturnSeries, type ReturnSeries } from '../panel/index.js';
import { yearsOfRow } from '../time/index.js';
import { slope } from './beta.js';
import { checkOptions } from './check-options.js';
import { pairOf } from './pair-of.js';

/** A yearly fee as a fraction, or one that is meant to come on top of the fees that the proxy bears already. */
export type SpliceFee = number | { readonly rate: number; readonly onTopOfNet: boolean };

/** A proxy as it is spliced. */
export interface AdjustedProxy {
  readonly series: ReturnSeries;
  /** The yearly fee taken off; 0 for none. */
  readonly fee: number;
  /** What its returns were multiplied by; undefined where they were not. */
  readonly beta: number | undefined;
}

/** (1 + β R)(1 − fee)^Δt − 1 for every row of a proxy. */
export function adjustProxy(
  proxy: ReturnSeries,
  actual: ReturnSeries,
  given: SpliceFee | undefined,
  scale: 'none' | 'beta',
): AdjustedProxy {
  const fee = given === undefined ? 0 : feeOf(given, proxy);
  const beta = scale === 'beta' ? betaOf(actual, proxy) : undefined;
  const { calendar } = proxy;
  const values = Float64Array.from(proxy.values, (value, row) => {
    const scaled = beta === undefined ? value : beta * value;
    if (scaled < -1) throw ruin(proxy, row, beta ?? 1);
    // Without a fee the return stays what it is to the last digit.
    return fee === 0 ? scaled : (1 + scaled) * (1 - fee) ** yearsOfRow(calendar, row) - 1;
  });
  return { series: makeReturnSeries(proxy.name, calendar, values, proxy.meta), fee, beta };
}

function feeOf(given: unknown, { name, meta }: ReturnSeries): number {
  const where = 'splice';
  let [rate, onTopOfNet]: unknown[] = [given, false];
  if (typeof given !== 'number') {
    assertObject(where, '"fee"', given);
    checkOptions(`${where}, fee`, given, ['rate', 'onTopOfNet']);
    ({ rate, onTopOfNet } = given as { rate?: unknown; onTopOfNet?: unknown });
  }
  assertNumber(where, 'fee', rate, {
    min: 0,
    max: 0.5,
    allowed: 'a yearly fraction from 0 to 0.5, such as 0.0025 for 0.25 %',
  });
  if (!meta.net || rate === 0 || onTopOfNet === true) return rate;
  throw new InputError(
    'option.range',
    `${where}: the proxy "${name}" is net of fees already, so a fee of ${rate} would be taken twice. Leave "fee" out, or write ` +
      `fee: { rate: ${rate}, onTopOfNet: true } if it is meant to come on top.`,
    { where, proxy: name, found: rate },
  );
}

function betaOf(actual: ReturnSeries, proxy: ReturnSeries): number {
  const { a, b } = pairOf(actual, proxy, 'splice');
  const beta = slope(a, b);
  if (!Number.isNaN(beta)) return beta;
  throw new InputError(
    'series.invalid',
    `splice: scale 'beta' needs an overlap in which "${proxy.name}" varies, but "${actual.name}" and it have ${a.length} ` +
      'common rows. Leave "scale" out, or take a proxy that goes on while the fund is there.',
    { where: 'splice', rows: a.length },
  );
}

function ruin({ name, calendar, values }: ReturnSeries, row: number, beta: number): InputError {
  const date = calendar.date(row);
  return new InputError(
    'returns.ruin',
    `splice: times beta ${beta.toFixed(2)}, the return of "${name}" in row ${row} (${date}), ${values[row]!}, would be a loss of more than 100 %. ` +
      'Leave "scale" out, or take another proxy.',
    { where: 'splice', row, date, found: values[row] },
  );
}
