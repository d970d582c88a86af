import { describe, expect, it } from 'vitest';
import { averageWeights, contributions } from '../../../src/engine/index.js';
import {
  bootstrap,
  deflatedSharpeRatio,
  factorRegression,
  minimumTrackRecordLength,
  probabilisticSharpeRatio,
} from '../../../src/inference/index.js';
import { compareSeries } from '../../../src/report/index.js';
import { recessions } from '../../../src/signals/index.js';
import {
  arithmeticMean,
  cagr,
  calendarReturns,
  conditionalStatistics,
  drawdowns,
  excessReturns,
  maxDrawdown,
  sharpeRatio,
  summarize,
  volatility,
} from '../../../src/stats/index.js';
import { usRecessions } from '../../../src/data/index.js';
import { bill, factors, run, sheet, spy, trials } from './made-sheets.js';
import { type PageCell, tableIn } from './read-page.js';

const { html } = sheet;
const values = (cells: readonly PageCell[] | undefined): (number | null)[] => (cells ?? []).map(({ value }) => value);
const texts = (cells: readonly PageCell[] | undefined): string[] => (cells ?? []).map(({ text }) => text);

describe('every number of a tear sheet is that of the function of its name', () => {
  it('headline figures are those of compareSeries, to the last bit and the last letter', () => {
    const { table, compared } = compareSeries([run], { benchmark: spy, riskFree: bill });
    const shown = tableIn(html, 'comparison');
    expect([...shown.rows].map(([label, cells]) => [label, ...texts(cells)])).toEqual(table.texts);
    const { summary } = compared[0]!;
    expect(summary.cagr).toBe(cagr(run));
    expect(shown.rows.get('CAGR')![0]!.value).toBe(cagr(run));
    expect(shown.rows.get('Sharpe ratio')![0]!.value).toBe(sharpeRatio(run, { riskFree: bill }));
    expect(shown.rows.get('Beta')![0]!.value).toBe(summarize(run, { benchmark: spy, riskFree: bill }).benchmark!.beta);
  });

  it('the cards repeat the table', () => {
    const cards = [...html.matchAll(/<div><dt>(.*?)<\/dt><dd>(.*?)<\/dd>/g)].map(([, name, value]) => [name, value]);
    const { rows } = tableIn(html, 'comparison');
    expect(cards.map(([name]) => name)).toEqual([
      'CAGR',
      'Volatility',
      'Sharpe ratio',
      'Max drawdown',
      'Beta',
      'Information ratio',
    ]);
    for (const [name, value] of cards) expect(rows.get(name!)![0]!.text).toBe(value);
  });

  it('the ten deepest falls are those of drawdowns', () => {
    const falls = drawdowns(run).slice(0, 10);
    const { rows, caption } = tableIn(html, 'drawdowns-0');
    expect(caption).toBe(`${run.name}: the 10 deepest falls of ${drawdowns(run).length}`);
    expect([...rows.values()].map((cells) => cells[0]!.value)).toEqual(falls.map(({ depth }) => depth));
    expect([...rows.values()].map((cells) => texts(cells).slice(1, 4))).toEqual(
      falls.map(({ peak, trough, recovery }) => [peak, trough, recovery ?? 'not yet']),
    );
    expect([...rows.values()].map((cells) => cells.at(-1)!.value)).toEqual(falls.map(({ days }) => days.total));
  });

  it('the calendar is that of calendarReturns, the latest year first, with incomplete years marked', () => {
    const { rows, heads } = tableIn(html, 'calendar-table');
    expect(heads).toHaveLength(14);
    const years = calendarReturns(run).toReversed();
    expect([...rows.keys()]).toEqual(years.map(({ year, complete }) => `${year}${complete ? '' : ' *'}`));
    const nulls = (numbers: readonly number[]): (number | null)[] =>
      numbers.map((one) => (Number.isNaN(one) ? null : one));
    expect([...rows.values()].map(values)).toEqual(years.map(({ months, total }) => nulls([...months, total])));
  });

  it('turnover, costs and contributions are those of the run', () => {
    const trading = tableIn(html, 'trading-costs').rows;
    const first = (label: string): number | null => trading.get(label)![0]!.value;
    expect(first('Turnover a year')).toBe(run.turnover.perYear);
    expect(first('Cost of the first purchase')).toBe(run.costs.firstPurchase);
    expect(first('Final wealth lost to costs')).toBe(run.costs.total);
    expect(first('Decisions')).toBe(run.decisions.length);
    const { linked, totalReturn } = contributions(run);
    const parts = tableIn(html, 'contributions-0').rows;
    expect(parts.get('SPY')![0]!.value).toBe(linked.assets.SPY);
    expect(parts.get('Trading')![0]!.value).toBe(linked.trading);
    expect(parts.get('Total return')![0]!.value).toBe(totalReturn);
  });

  it('holdings are those of averageWeights and of nextTarget', () => {
    const { rows } = tableIn(html, 'holdings-0');
    const { held, weights } = run.nextTarget;
    expect(values(rows.get('IWM'))).toEqual([averageWeights(run).IWM, held.IWM, weights.IWM]);
    expect(rows.get('Cash')![2]!.value).toBeCloseTo(0, 12);
  });

  it('loadings are those of factorRegression, with its t values and its notes', () => {
    const expected = factorRegression(run, factors);
    const { rows, notes } = tableIn(html, 'factors-table');
    for (const factor of expected.factors) {
      const { estimate, standardError, t, p, low, high } = expected.loadings[factor];
      expect(values(rows.get(factor))).toEqual([estimate, standardError, t, p, low, high]);
    }
    expect(rows.get('Alpha a year')![0]!.value).toBe(expected.alpha.estimate);
    expect(notes).toEqual(expected.notes);
  });

  it('intervals are those of bootstrap with the seed given, the Sharpe ratio over cash with blocks of the same length', () => {
    const paths = bootstrap(run, { cagr, maxDrawdown }, { seed: 7 });
    const { blockLength } = paths;
    const { sharpeRatio: ratio } = bootstrap(
      excessReturns(run, bill),
      { sharpeRatio },
      { seed: 7, blockLength },
    ).statistics;
    const { rows, notes } = tableIn(html, 'intervals-0');
    const line = ({ estimate, percentile, median }: typeof ratio): number[] => [
      estimate,
      percentile.low,
      median,
      percentile.high,
    ];
    expect(values(rows.get('CAGR'))).toEqual(line(paths.statistics.cagr));
    expect(values(rows.get('Max drawdown'))).toEqual(line(paths.statistics.maxDrawdown));
    expect(values(rows.get('Sharpe ratio'))).toEqual(line(ratio));
    expect(notes.join(' ')).toContain('seed 7');
  });

  it('the tests of the Sharpe ratio are the probabilistic, the deflated one and the minimum track record', () => {
    const { rows, notes } = tableIn(html, 'proof-0');
    const cash = { riskFree: bill };
    const deflated = deflatedSharpeRatio(run, { ...cash, trialSharpeRatios: trials });
    const value = (label: string): number | null => rows.get(label)![0]!.value;
    expect(value('Probability above it')).toBe(probabilisticSharpeRatio(run, cash).probability);
    expect(value('Years needed')).toBe(minimumTrackRecordLength(run, cash).years);
    expect(value('Best of them by luck, a year')).toBe(deflated.expectedMaximum);
    expect(value('Probability above that (deflated)')).toBe(deflated.probability);
    expect(notes).toEqual(expect.arrayContaining([...deflated.notes]));
  });

  it('regimes are those of conditionalStatistics, recession and what is not one', () => {
    const recession = recessions(usRecessions(), { known: 'hindsight' });
    const { regimes } = conditionalStatistics(
      run,
      { recession },
      { mean: arithmeticMean, volatility, sharpe: (one) => sharpeRatio(one, { riskFree: bill }) },
    );
    const { rows } = tableIn(html, 'regimes-0');
    const { periods, spells, values: own } = regimes[1]!;
    expect(texts(rows.get('recession')).slice(0, 2)).toEqual([String(periods), String(spells)]);
    expect(values(rows.get('recession')).slice(4)).toEqual([own.mean, own.volatility, own.sharpe]);
    // 314 months, of which the recessions are not known yet in the last seven.
    expect(Number(rows.get('not recession')![0]!.text) + periods).toBe(314 - 7);
  });

  it('the source, its state and the digest of the run are named', () => {
    const { rows } = tableIn(html, 'provenance');
    const line = texts(rows.get(run.name));
    expect(line.slice(0, 2)).toEqual([run.meta.source, run.meta.vintage]);
    expect([...rows.keys()]).toEqual([run.name, 'SPY', 'T-bill', 'Mkt-RF', 'SMB', 'HML', 'RMW', 'CMA', 'RF']);
    expect(html).toContain(run.digest);
  });
});
