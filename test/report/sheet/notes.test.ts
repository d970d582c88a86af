import { describe, expect, it } from 'vitest';
import { backtest } from '../../../src/engine/index.js';
import { fromSeries, makeReturnSeries, type ReturnSeries } from '../../../src/panel/index.js';
import { compareSheet, type SheetOptions, tearSheet } from '../../../src/report/index.js';
import { splice } from '../../../src/stats/index.js';
import { fixedMix } from '../../../src/strategy/index.js';
import { annually } from '../../../src/time/index.js';
import { expectInputError } from '../../support/expect-input-error.js';
import { months } from './made-months.js';
import { run, spy } from './made-sheets.js';
import { tableIn, warningsIn } from './read-page.js';

const fund = months('Fund', 120, 1, { net: true });
const other = months('Other', 120, 2, { net: true });
const panel = fromSeries(fund, other);
const mix = fixedMix({ weights: { Fund: 0.6, Other: 0.4 }, schedule: annually({ month: 12 }) });

/** A series without its first months, and with a hole where one is asked for. */
function part(series: ReturnSeries, from: number, hole?: number): ReturnSeries {
  const values = series.values.slice();
  values.fill(NaN, 0, from);
  if (hole !== undefined) values[hole] = NaN;
  return makeReturnSeries(`${series.name} later`, series.calendar, values, series.meta);
}

const warned = async (series: ReturnSeries, options: SheetOptions = {}): Promise<string> =>
  warningsIn((await tearSheet(series, options)).html).join('\n');

describe('what a reader must know stands first', () => {
  it('nothing, where there is nothing', async () => {
    const { html, warnings } = await tearSheet(months('Long', 300, 3, { net: true }));
    expect(warnings).toEqual(warningsIn(html));
    expect(warnings.filter((one) => !one.includes('needs to be above 0'))).toEqual([]);
  });

  it('hindsight, of a series and of a run', async () => {
    expect(await warned(months('Seen', 120, 1, { usesHindsight: true }))).toMatch(/hindsight/i);
    const seen = fromSeries(months('Fund', 120, 1, { usesHindsight: true }), other);
    expect(await warned(backtest(seen, mix))).toMatch(/Uses hindsight \(the series "Fund"\)/);
  });

  it('a proxy with its share', async () => {
    const spliced = splice(fund, part(other, 90));
    expect(await warned(spliced)).toMatch(/90 of 120 rows are of a proxy: Fund/);
  });

  it('research portfolios, price returns, free trading, few decisions and unknown trials', async () => {
    expect(await warned(months('Cells', 120, 1, { researchPortfolio: true }))).toMatch(/Research portfolios/);
    expect(await warned(months('Index', 120, 1, { kind: 'price' }))).toMatch(
      /Index: price returns; dividends are missing/,
    );
    const free = await warned(backtest(panel, { ...mix, schedule: { kind: 'once' } }));
    expect(free).toMatch(/Trading is free \(no costs given\)/);
    expect(free).toMatch(/rests on 1 decision: under ten are cases, not a sample/);
    expect(free).toMatch(/How many variants were tried before is not known/);
    expect(await warned(backtest(panel, mix, { costs: { tradingBps: 5 } }))).not.toMatch(/Trading is free/);
  });

  it('trials where they are given, in the words of the deflated Sharpe ratio', async () => {
    const told = await warned(run, { trials: { trials: 12, trialVariance: 0.04 }, benchmark: spy });
    expect(told).toMatch(/12 trials were tried, taken as independent of each other/);
    expect(told).not.toMatch(/is not known here/);
  });

  it('a short history', async () => {
    expect(await warned(part(fund, 90))).toMatch(/Short history: 2\.5 years/);
  });

  it('that the best of several is partly the luckiest', async () => {
    const { warnings } = await compareSheet([fund, other, months('Third', 120, 3)]);
    expect(warnings.join('\n')).toMatch(/3 series stand side by side: the best of them is partly the luckiest/);
  });
});

describe('a page of what can hardly be spoken of', () => {
  it('says in its place what the data are too torn or too short for', async () => {
    const torn = (await tearSheet(part(fund, 0, 60))).html;
    expect(torn).toMatch(/Not shown\. [^<]*Fund later[^<]*2006-01-31/);
    expect(tableIn(torn, 'comparison').rows.get('CAGR')![0]!.text).toBe('–');
    const short = (await tearSheet(part(fund, 100))).html;
    expect(short).toMatch(/Not shown\. [^<]*shorter than the window of 3 years/);
  });

  it('of several series has a column or a line for each, and their common window', async () => {
    const { html, comparison } = await compareSheet([fund, part(other, 24)], { benchmark: fund });
    expect(comparison.periods).toBe(96);
    expect(tableIn(html, 'comparison').heads).toEqual(['', 'Fund', 'Other later']);
    expect(tableIn(html, 'calendar-table').heads).toEqual(['Year', 'Fund', 'Other later']);
    expect(tableIn(html, 'drawdowns-0').rows.size).toBeLessThanOrEqual(3);
    expect(tableIn(html, 'calendar-table').rows.size).toBe(8);
  });
});

describe('refusals', () => {
  it.each<[string, () => Promise<unknown>, string, readonly string[]]>([
    ['no series', () => tearSheet(3 as unknown as ReturnSeries), 'series.invalid', ['tearSheet', '3']],
    ['no list', () => compareSheet(fund as unknown as ReturnSeries[]), 'option.type', ['compareSheet']],
    ['two of one name', () => compareSheet([fund, other, months('Fund', 120, 9)]), 'panel.name', ['Fund']],
    ['a misspelt option', () => tearSheet(fund, { benchmrk: spy } as SheetOptions), 'option.unknown', ['benchmark']],
    ['a theme', () => tearSheet(fund, { theme: 'pink' as 'dark' }), 'option.range', ['pink', "'auto'"]],
    ['a seed', () => tearSheet(fund, { seed: -1 }), 'option.range', ['-1']],
    ['an empty title', () => tearSheet(fund, { title: '' }), 'option.type', ['title']],
    [
      'trials without a variance',
      () => tearSheet(fund, { trials: { trials: 3 } }),
      'option.missing',
      ['trialVariance'],
    ],
    ['bands of nothing', () => tearSheet(fund, { bands: 3 as unknown as string }), 'option.type', ['bands']],
  ])('%s', async (_, make, code, facts) => {
    const error: unknown = await make().then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expectInputError(code as 'option.type', facts, () => {
      throw error as Error;
    });
  });
});
