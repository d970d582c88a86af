import { describeSpan } from '../panel/index.js';
import type { ReadonlyFloat64Array } from '../core/index.js';
import { effectiveNumber, herfindahl, mean } from '../stats/index.js';
import {
  type Cell,
  makeTable,
  numberCell,
  type Table,
  type TableInput,
  toHtml,
  toText,
  withDisplay,
} from '../table/index.js';
import { assertResult } from './assert-result.js';
import type { BacktestResult } from './result.js';

/** How concentrated a portfolio was over time. Prints itself. */
export interface Concentration {
  /** Σ s² at the start of each row, after any trade, with s the shares of what is held; NaN where nothing was. */
  readonly herfindahl: ReadonlyFloat64Array;
  /** 1 / Σ s² at the start of each row: so many equal holdings would be as concentrated. */
  readonly effectiveHoldings: ReadonlyFloat64Array;
  /** Means over the rows on which something was held. */
  readonly meanHerfindahl: number;
  readonly meanEffectiveHoldings: number;
  toString(): string;
}

/**
 * How concentrated a portfolio was at the start of each row: the Herfindahl index Σ s² of what it held, and the number 1 / Σ s² of equal
 * holdings that would be as concentrated (see `herfindahl`).
 *
 * s = |w| / Σ |w| with the weights after any trade, which drift between trades. Cash and debt are no holdings: half of the wealth in one
 * fund and the rest in cash is one holding, and so is twice the wealth in one fund. With short positions the shares are of gross exposure,
 * long and short: 1.2 of one fund and −0.5 of another is (1.2² + 0.5²) / 1.7².
 *
 * *Undefined (NaN):* rows on which nothing is held; the means where nothing ever was.
 *
 * @throws InputError `series.invalid` for what is not a result.
 * @see Hirschman, A. O. (1964), "The Paternity of an Index", American Economic Review 54(5), 761–762.
 * @example
 * const panel = fromReturns({ frequency: 'monthly', dates: ['2024-01', '2024-02'], returns: { A: [0.5, 0], B: [0, 0] } });
 * const { herfindahl, effectiveHoldings } = concentration(backtest(panel, fixedMix({ weights: { A: 0.5, B: 0.5 }, schedule: once() })));
 * console.log(herfindahl.slice(), effectiveHoldings[1]?.toFixed(4)); // Float64Array(2) [ 0.5, 0.52 ] 1.9231
 */
export function concentration(result: BacktestResult): Concentration {
  assertResult('concentration', result);
  const { assets, calendar } = result;
  const columns = assets.map((asset) => result.weights(asset));
  const index = new Float64Array(calendar.length);
  const number = new Float64Array(calendar.length);
  const row = new Float64Array(assets.length);
  for (let t = 0; t < calendar.length; t++) {
    columns.forEach((column, member) => (row[member] = column[t]!));
    index[t] = herfindahl(row);
    number[t] = effectiveNumber(row);
  }
  const held = (values: Float64Array): Float64Array => values.filter((value) => !Number.isNaN(value));
  const found: Concentration = {
    herfindahl: index,
    effectiveHoldings: number,
    meanHerfindahl: mean(held(index)),
    meanEffectiveHoldings: mean(held(number)),
  };
  const table = (self: Concentration): Table => concentrationTable(self, result);
  return withDisplay(found, { text: (self) => toText(table(self)), html: (self) => toHtml(table(self)) });
}

function concentrationTable(found: Concentration, { name, calendar }: BacktestResult): Table {
  const line = (figure: string, values: ReadonlyFloat64Array, average: number): TableInput['rows'][number] => {
    const held = values.filter((value) => !Number.isNaN(value));
    const cell = (value: number): Cell => numberCell(value, 4);
    return {
      figure,
      mean: cell(average),
      least: cell(Math.min(...held)),
      most: cell(Math.max(...held)),
      last: cell(values.at(-1) ?? NaN),
    };
  };
  return makeTable({
    title: `Concentration of ${name}, ${describeSpan(calendar)}`,
    columns: [
      { key: 'figure', label: '', align: 'left' },
      { key: 'mean', label: 'Mean' },
      { key: 'least', label: 'Least' },
      { key: 'most', label: 'Most' },
      { key: 'last', label: 'Last row' },
    ],
    rows: [
      line('Herfindahl index', found.herfindahl, found.meanHerfindahl),
      line('Effective holdings', found.effectiveHoldings, found.meanEffectiveHoldings),
    ],
    notes: [
      'Shares of what is held at the start of each period; cash and debt are no holdings, a short position counts by its size.',
    ],
  });
}
