import { describe, expect, it } from 'vitest';
import { frenchSizeValueProfitability, usFunds } from '../../src/data/index.js';
import {
  fromPrices,
  fromReturns,
  makeReturnSeries,
  proxyMask,
  proxyShare,
  type ReturnSeries,
} from '../../src/panel/index.js';
import { annually, isoDate, parseIsoDate } from '../../src/time/index.js';
import { backtest } from '../../src/engine/index.js';
import { compareSeries } from '../../src/report/index.js';
import { cagr, splice, summarize, totalReturn } from '../../src/stats/index.js';
import { profitabilityScreenedValue } from '../../src/strategy/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { dated, series, weekdaysAfter } from './support.js';

const index = series('annual', [0.1, 0.2, 0.3, 0.1], 'Index');
const fund = series('annual', [NaN, NaN, 0.25, 0.05], 'Fund');

/** The same series with another description. */
const described = (one: ReturnSeries, meta: Partial<ReturnSeries['meta']>): ReturnSeries =>
  makeReturnSeries(one.name, one.calendar, one.values.slice(), { ...one.meta, ...meta });

const rounded = (one: ReturnSeries): number[] => [...one.values].map((value) => Number(value.toFixed(12)));

describe('splice', () => {
  it('has the proxy’s returns less the fee up to the fund’s first, the fund’s own from there on', () => {
    // 1.1 · 0.99 − 1 and 1.2 · 0.99 − 1.
    const joined = splice(index, fund, { fee: 0.01 });
    expect(rounded(joined)).toEqual([0.089, 0.188, 0.25, 0.05]);
    expect(joined.name).toBe('Fund spliced');
    expect(totalReturn(joined)).toBeCloseTo(1.089 * 1.188 * 1.25 * 1.05 - 1, 13);
    expect(rounded(splice(index, fund))).toEqual([0.1, 0.2, 0.25, 0.05]);
    expect(splice(index, fund, { name: 'Long' }).name).toBe('Long');
  });

  it('says which rows are the proxy’s, what was done to it, and where the fund begins', () => {
    const { meta } = splice(index, fund, { fee: 0.01 });
    expect(meta.proxyRows).toHaveLength(1);
    expect(meta.proxyRows![0]).toMatchObject({ from: '2020-12-31', to: '2021-12-31' });
    expect(meta.proxyRows![0]!.source).toMatch(/^Index \(less 1 % a year; overlap of 2 years: correlation 1\.00/);
    expect(meta.joins).toEqual([{ from: '2022-12-31', source: 'Fund' }]);
    expect([...proxyMask(splice(index, fund))]).toEqual([1, 1, 0, 0]);
    expect(proxyShare(splice(index, fund))).toBe(0.5);
  });

  it('compares the two where both have a return, the proxy with its fee', () => {
    // Proxy 1.3 · 0.99 − 1 = 0.287 and 1.1 · 0.99 − 1 = 0.089; fund − proxy = −0.037, −0.039: mean −0.038, sd 0.002/√2.
    const { overlap } = splice(index, fund, { fee: 0.01 });
    expect(overlap).toMatchObject({ rows: 2, from: '2022-12-31', to: '2023-12-31' });
    expect(overlap.correlation).toBeCloseTo(1, 12);
    expect(overlap.meanDifference).toBeCloseTo(-0.038, 13);
    expect(overlap.trackingError).toBeCloseTo(0.002 / Math.SQRT2, 13);
  });

  it('takes the fee by the length of the row: a twelfth of a year, or its days', () => {
    const months = splice(series('monthly', [0.01, 0.02], 'P'), series('monthly', [NaN, 0.03], 'F'), { fee: 0.12 });
    expect(months.values[0]).toBeCloseTo(1.01 * 0.88 ** (1 / 12) - 1, 14);
    // Thursday, Friday, Monday: 1, 1 and 3 days.
    const dates = weekdaysAfter('2020-01-01', '2020-01-07');
    const days = splice(
      dated('daily', dates, [0.01, 0, 0.02, 0.01], 'P'),
      dated('daily', dates, [NaN, NaN, NaN, 0.01], 'F'),
      { fee: 0.1 },
    );
    expect(days.values[1]).toBeCloseTo(0.9 ** (1 / 365.25) - 1, 14);
    expect(days.values[2]).toBeCloseTo(1.02 * 0.9 ** (3 / 365.25) - 1, 14);
    const weeks = splice(series('weekly', [0.01, 0.02], 'P'), series('weekly', [NaN, 0.03], 'F'), { fee: 0.1 });
    expect(weeks.values[0]).toBeCloseTo(1.01 * 0.9 ** (7 / 365.25) - 1, 14);
  });

  it('scaled by beta takes the slope of the overlap, not the intercept, and says that this is hindsight', () => {
    // Fund 0.25, −0.15 on index 0.3, 0.1: slope 0.4 / 0.2 = 2.
    const joined = splice(index, series('annual', [NaN, NaN, 0.25, -0.15], 'Fund'), { scale: 'beta' });
    expect(rounded(joined)).toEqual([0.2, 0.4, 0.25, -0.15]);
    expect(joined.meta.usesHindsight).toBe(true);
    expect(joined.meta.proxyRows![0]!.source).toContain('times beta 2.00');
    expect(splice(index, fund).meta.usesHindsight).toBeUndefined();
    expect(splice(described(index, { usesHindsight: true }), fund).meta.usesHindsight).toBe(true);
  });

  it('refuses a proxy that beta would ruin, and a beta that is undefined', () => {
    const wild = series('annual', [-0.6, 0.2, 0.3, 0.1], 'Wild');
    const levered = series('annual', [NaN, NaN, 0.25, -0.15], 'Fund');
    expectInputError('returns.ruin', ['Wild', '2.00', '2020-12-31', '-0.6'], () =>
      splice(wild, levered, { scale: 'beta' }),
    );
    expectInputError('series.invalid', ["'beta'", '1 common rows'], () =>
      splice(index, series('annual', [NaN, NaN, NaN, 0.1], 'Fund'), { scale: 'beta' }),
    );
  });

  it('refuses a fee on a proxy that is net of fees, unless it is meant to come on top', () => {
    const net = described(index, { net: true });
    expectInputError('option.range', ['Index', 'net of fees', '0.01', 'onTopOfNet'], () =>
      splice(net, fund, { fee: 0.01 }),
    );
    const meant = splice(net, fund, { fee: { rate: 0.01, onTopOfNet: true } });
    expect(rounded(meant)).toEqual([0.089, 0.188, 0.25, 0.05]);
    expect(rounded(splice(net, fund, { fee: 0 }))[0]).toBe(0.1);
  });

  it('is net of fees where both parts bear theirs', () => {
    const net = described(fund, { net: true });
    expect(splice(index, net, { fee: 0.01 }).meta.net).toBe(true);
    expect(splice(described(index, { net: true }), net).meta.net).toBe(true);
    expect(splice(index, net).meta.net).toBe(false);
    expect(splice(index, fund, { fee: 0.01 }).meta.net).toBe(false);
  });

  it('without an overlap has no facts, and says so wherever the proxy is named', () => {
    const ended = series('annual', [0.1, 0.2], 'Index');
    const { overlap, meta } = splice(ended, fund);
    expect(overlap).toEqual({
      rows: 0,
      from: null,
      to: null,
      correlation: NaN,
      trackingError: NaN,
      meanDifference: NaN,
    });
    expect(meta.proxyRows![0]!.source).toBe('Index (no overlap to compare it with)');
  });

  it('is matched by period: the month of the last trading day is the month of the last calendar day', () => {
    const byTradingDay = dated('monthly', ['2020-01-31', '2020-02-28', '2020-03-31'], [0.01, 0.02, 0.03], 'P');
    const byCalendar = dated('monthly', ['2020-01-31', '2020-02-29', '2020-03-31'], [NaN, 0.05, 0.04], 'F');
    const joined = splice(byTradingDay, byCalendar);
    expect(joined.calendar.toJSON().dates).toEqual(['2020-01-31', '2020-02-29', '2020-03-31']);
    expect([...joined.values]).toEqual([0.01, 0.05, 0.04]);
    expect(joined.overlap.rows).toBe(2);
  });

  it('keeps the proxy’s whole month where the fund has a part of it', () => {
    const panel = fromReturns({
      frequency: 'monthly',
      base: '2020-02-15',
      dates: ['2020-02', '2020-03', '2020-04'],
      returns: { F: [0.01, 0.02, 0.03] },
    });
    const joined = splice(series('monthly', [0.1, 0.2, 0.3, 0.4], 'P'), panel.returns('F'));
    expect([...joined.values]).toEqual([0.1, 0.2, 0.02, 0.03]);
    expect(joined.calendar.partialRows).toEqual([]);
    expect(joined.meta.joins![0]!.from).toBe('2020-03-31');
  });

  it('keeps the base, holes and unlisted rows of its parts', () => {
    const early = dated('annual', ['2018-12', '2019-12', '2020-12', '2021-12'], [NaN, 0.1, NaN, 0.2], 'P');
    const joined = splice(early, series('annual', [NaN, NaN, 0.25, NaN, 0.05, NaN], 'F'));
    expect([...joined.values]).toEqual([NaN, 0.1, NaN, 0.2, 0.25, NaN, 0.05, NaN]);
    expect(joined.calendar.date(-1)).toBe('2017-12-31');
    expect([...proxyMask(joined)]).toEqual([0, 1, 0, 1, 0, 0, 0, 0]);
    expect(joined.meta.proxyRows![0]!.from).toBe('2019-12-31');
  });

  it('can be spliced again, and keeps the marks of the first time', () => {
    const older = dated('annual', ['2018-12', '2019-12', '2020-12'], [0.3, 0.2, 0.1], 'Older');
    const twice = splice(splice(older, index, { name: 'Longer' }), fund);
    expect([...twice.values]).toEqual([0.3, 0.2, 0.1, 0.2, 0.25, 0.05]);
    expect([...proxyMask(twice)]).toEqual([1, 1, 1, 1, 0, 0]);
    expect(twice.meta.proxyRows!.map(({ from, to }) => [from, to])).toEqual([
      ['2018-12-31', '2021-12-31'],
      ['2018-12-31', '2019-12-31'],
    ]);
    expect(twice.meta.joins!.map(({ source }) => source)).toEqual(['Index', 'Fund']);
  });

  it('refuses a proxy that ends before the fund begins, in every frequency', () => {
    expectInputError('calendar.gap', ['Index', '2020-12-31', 'Fund', '2022-12-31'], () =>
      splice(series('annual', [0.1, NaN, 0.3], 'Index'), fund),
    );
    expectInputError('calendar.gap', ['2020-12-31', '2022-12-31'], () =>
      splice(series('annual', [0.1], 'Index'), fund),
    );
    const days = weekdaysAfter('2020-01-01', '2020-02-28');
    const late = dated(
      'daily',
      days.slice(20),
      days.slice(20).map(() => 0.01),
      'F',
    );
    expectInputError('calendar.gap', ['P', days[9]!], () =>
      splice(
        dated(
          'daily',
          days.slice(0, 10),
          days.slice(0, 10).map(() => 0.01),
          'P',
        ),
        late,
      ),
    );
    expect(
      splice(
        dated(
          'daily',
          days.slice(0, 20),
          days.slice(0, 20).map(() => 0.01),
          'P',
        ),
        late,
      ).values.length,
    ).toBe(days.length);
  });

  it('daily: loses no day between the proxy’s end and the closes from which the fund’s first return runs', () => {
    const proxy = dated('daily', ['2024-01-04', '2024-01-05', '2024-01-08'], [0.01, 0.02, 0.03], 'P');
    const closes = (dates: readonly string[]): ReturnSeries =>
      fromPrices({ frequency: 'daily', dates, prices: { F: dates.map((_, row) => 100 + row) } }).returns('F');
    // Tuesday to Friday, or Tuesday alone, are in neither.
    expectInputError('calendar.gap', ['P', '2024-01-08', 'runs from 2024-01-12', '2024-01-15'], () =>
      splice(proxy, closes(['2024-01-12', '2024-01-15'])),
    );
    expectInputError('calendar.gap', ['2024-01-08', 'runs from 2024-01-09', '"base"'], () =>
      splice(proxy, closes(['2024-01-09', '2024-01-10'])),
    );
    expect(rounded(splice(proxy, closes(['2024-01-08', '2024-01-12'])))).toEqual([0.01, 0.02, 0.03, 0.01]);
    // A weekend is no gap: Friday's close, and a base on Sunday.
    const friday = dated('daily', ['2024-01-04', '2024-01-05'], [0.01, 0.02], 'P');
    const monday = fromReturns({
      frequency: 'daily',
      base: '2024-01-07',
      dates: ['2024-01-08'],
      returns: { F: [0.5] },
    });
    expect([...splice(friday, monday.returns('F')).values]).toEqual([0.01, 0.02, 0.5]);
  });

  it('daily: takes a weekday for a holiday where the proxy goes on without it, and otherwise asks for the base', () => {
    // Monday 2024-01-15 was Martin Luther King Day: the fund's base, when none is given, is the weekday before its first return.
    const fund = dated('daily', ['2024-01-16', '2024-01-17'], [0.5, 0.6], 'F');
    const through = dated('daily', ['2024-01-11', '2024-01-12', '2024-01-16'], [0.01, 0.02, 0.03], 'P');
    expect([...splice(through, fund).values]).toEqual([0.01, 0.02, 0.5, 0.6]);
    const ended = dated('daily', ['2024-01-11', '2024-01-12'], [0.01, 0.02], 'P');
    expectInputError('calendar.gap', ['2024-01-12', 'runs from 2024-01-15', '"base"'], () => splice(ended, fund));
    const based = fromReturns({
      frequency: 'daily',
      base: '2024-01-12',
      dates: ['2024-01-16', '2024-01-17'],
      returns: { F: [0.5, 0.6] },
    });
    expect([...splice(ended, based.returns('F')).values]).toEqual([0.01, 0.02, 0.5, 0.6]);
    // The proxy's next return is of two days, one of which the fund does not have.
    const holed = dated('daily', ['2024-01-11', '2024-01-12', '2024-01-17'], [0.01, 0.02, 0.03], 'P');
    expectInputError('calendar.gap', ['2024-01-12'], () => splice(holed, fund));
  });

  it('daily: counts no day twice where the fund’s first return is of several', () => {
    const proxy = dated(
      'daily',
      ['2024-01-05', '2024-01-08', '2024-01-09', '2024-01-10'],
      [0.01, 0.02, 0.03, 0.04],
      'P',
    );
    const panel = fromPrices({
      frequency: 'daily',
      dates: ['2024-01-08', '2024-01-11', '2024-01-12'],
      prices: { F: [100, 110, 121] },
    });
    const joined = splice(proxy, panel.returns('F'));
    expect(joined.calendar.toJSON().dates).toEqual(['2024-01-05', '2024-01-08', '2024-01-11', '2024-01-12']);
    expect(rounded(joined)).toEqual([0.01, 0.02, 0.1, 0.1]);
  });

  it('weekly: joins whole weeks, and refuses weeks that end on other days', () => {
    const fridays = ['2024-01-05', '2024-01-12', '2024-01-19'];
    const proxy = dated('weekly', fridays, [0.01, 0.02, 0.03], 'P');
    const from = (base: string, date: string): ReturnSeries =>
      fromReturns({ frequency: 'weekly', base, dates: [date], returns: { F: [0.5] } }).returns('F');
    // From Wednesday to Wednesday: the proxy's last week has Thursday and Friday too, the one before lacks three days.
    expectInputError('calendar.mismatch', ['2024-01-19', 'runs from 2024-01-17', 'counted twice'], () =>
      splice(proxy, from('2024-01-17', '2024-01-24')),
    );
    expectInputError('calendar.gap', ['2024-01-12', 'runs from 2024-01-19'], () =>
      splice(dated('weekly', fridays.slice(0, 2), [0.01, 0.02], 'P'), from('2024-01-19', '2024-01-26')),
    );
    // A fund that begins inside a week: the proxy's whole week is kept, and without one the days before are lost.
    expectInputError('calendar.gap', ['2024-01-19', 'runs from 2024-01-24'], () =>
      splice(proxy, from('2024-01-24', '2024-01-26')),
    );
    const young = { base: '2024-01-17', dates: ['2024-01-19', '2024-01-26'], returns: { F: [0.5, 0.6] } };
    expect([...splice(proxy, fromReturns({ frequency: 'weekly', ...young }).returns('F')).values]).toEqual([
      ...[0.01, 0.02, 0.03, 0.6],
    ]);
    // Good Friday 2024-03-29: the proxy's week ends with Thursday. A week that ends with Sunday is the same week.
    const easter = dated('weekly', ['2024-03-15', '2024-03-22', '2024-03-28'], [0.01, 0.02, 0.03], 'P');
    expect([...splice(easter, from('2024-03-29', '2024-04-05')).values]).toEqual([0.01, 0.02, 0.03, 0.5]);
    expect([...splice(proxy, from('2024-01-21', '2024-01-28')).values]).toEqual([0.01, 0.02, 0.03, 0.5]);
  });

  it('monthly: refuses a fund whose first return begins inside a month that the proxy has whole, or ended before', () => {
    const proxy = dated('monthly', ['2024-01-31', '2024-02-29', '2024-03-28'], [0.01, 0.02, 0.03], 'P');
    const from = (base: string, date: string): ReturnSeries =>
      fromReturns({ frequency: 'monthly', base, dates: [date], returns: { F: [0.5] } }).returns('F');
    expectInputError('calendar.mismatch', ['2024-02-29', 'runs from 2024-02-15', 'month'], () =>
      splice(proxy, from('2024-02-15', '2024-03-31')),
    );
    expectInputError('calendar.gap', ['2024-03-28', 'runs from 2024-04-15'], () =>
      splice(proxy, from('2024-04-15', '2024-04-30')),
    );
    // The last trading day of March 2024 was Thursday 28; the calendar's last day is Sunday 31.
    expect([...splice(proxy, from('2024-03-31', '2024-04-30')).values]).toEqual([0.01, 0.02, 0.03, 0.5]);
  });

  it('refuses a proxy that begins no earlier, and gives the order of its arguments', () => {
    expectInputError('panel.empty-window', ['"Fund" begins on 2022-12-31', 'splice(proxy, actual)'], () =>
      splice(fund, index),
    );
    expectInputError('panel.empty-window', ['"Fund" has no return'], () =>
      splice(index, series('annual', [NaN], 'Fund')),
    );
    expectInputError('panel.empty-window', ['"Index" has no return'], () =>
      splice(series('annual', [NaN], 'Index'), fund),
    );
  });

  it('refuses other frequencies, other kinds, and options that mean nothing', () => {
    expectInputError('calendar.mismatch', ['Months', 'monthly', 'annual'], () =>
      splice(series('monthly', [0.1], 'Months'), fund),
    );
    expectInputError('series.invalid', ["'price'", "'total'"], () => splice(described(index, { kind: 'price' }), fund));
    expectInputError('series.invalid', ['the actual series'], () => splice(index, undefined as never));
    expectInputError('option.unknown', ['fees', 'fee'], () => splice(index, fund, { fees: 0.1 } as never));
    expectInputError('option.range', ['fee', '25', '0.0025'], () => splice(index, fund, { fee: 25 }));
    expectInputError('option.unknown', ['onTop', 'onTopOfNet'], () =>
      splice(index, fund, { fee: { rate: 0.01, onTop: true } as never }),
    );
    expectInputError('option.range', ['scale', "'beta'"], () => splice(index, fund, { scale: 'alpha' as never }));
    expectInputError('option.type', ['name'], () => splice(index, fund, { name: '' }));
  });

  it('leaves its inputs as they were, is frozen, and goes through JSON', () => {
    const before = [...index.values];
    const joined = splice(index, series('annual', [NaN, NaN, NaN, 0.05], 'Fund'), { fee: 0.01 });
    expect([...index.values]).toEqual(before);
    expect([joined, joined.meta, joined.meta.proxyRows, joined.overlap].every((part) => Object.isFrozen(part))).toBe(
      true,
    );
    const json = JSON.parse(JSON.stringify(joined)) as Record<string, unknown>;
    expect(json).toMatchObject({ name: 'Fund spliced', meta: joined.meta, overlap: { rows: 1, correlation: null } });
  });

  it('prints its facts and its note instead of a thousand numbers', () => {
    const text = String(splice(index, fund, { fee: 0.01 }));
    expect(text).toContain('Fund spliced, 2020-12 to 2023-12');
    expect(text).toMatch(/Mean difference a year +-3\.80 %/);
    expect(text.replaceAll(/\s+/g, ' ')).toContain('2 of 4 rows are of a proxy: Index (less 1 % a year');
  });
});

describe('the small value fund before it was there', () => {
  const cells = frenchSizeValueProfitability();
  const funds = usFunds();

  it('is the proxy less its fee before 2019-10, and has the facts that another program computes', () => {
    // Python, from the same two files: statistics.correlation, statistics.stdev(d) · √12, 12 · fmean(d), and the product of 757 growth factors.
    const avuv = splice(cells.returns('SMALL HiBM HiOP'), funds.returns('AVUV'), { fee: 0.0025 });
    expect(avuv.overlap).toMatchObject({ rows: 75, from: '2019-10-31', to: '2025-12-31' });
    expect(avuv.overlap.correlation).toBeCloseTo(0.8980647572115931, 10);
    expect(avuv.overlap.trackingError).toBeCloseTo(0.18925484094977799, 10);
    expect(avuv.overlap.meanDifference).toBeCloseTo(-0.014514734912782027, 10);
    expect(avuv.values[0]).toBeCloseTo(0.02689177400510756, 12);
    expect(totalReturn(avuv) / 30299.580326804276).toBeCloseTo(1, 8);
    expect(cagr(avuv)).toBeCloseTo(0.17771491058862, 10);
  });

  it('is a study of five lines whose every table says what is not the fund’s record', () => {
    const value = profitabilityScreenedValue({ smallest: 0.5, cheapest: 0.5, dropLeastProfitable: 0.25, weighBy: 'marketCap', schedule: annually({ month: 6 }) }); // prettier-ignore
    const proxy = backtest(frenchSizeValueProfitability(), value);
    const avuv = splice(proxy, usFunds().returns('AVUV'), { fee: 0.0025 });
    const comparison = compareSeries([avuv], { benchmark: usFunds().returns('IWN') });
    const summary = summarize(avuv);
    expect(avuv.calendar.date(0)).toBe('1963-07-31');
    expect(proxyShare(avuv)).toBeCloseTo(675 / 757, 14);
    expect(avuv.overlap.correlation).toBeGreaterThan(0.95);
    expect(summary.proxyRows).toBe(675);
    expect(summary.notes[0]).toMatch(
      /^AVUV spliced: 675 of 757 rows are of a proxy: Value: .*1963-07-31 to 2019-09-30\.$/,
    );
    // 2000-08 to 2019-09 are 230 months.
    expect(comparison.notes.join('\n')).toMatch(
      /AVUV spliced: 230 of 312 rows are of a proxy: .*2000-08-31 to 2019-09-30\./,
    );
    expect(comparison.rows.map((row) => row['proxyRows'])).toEqual([230, 0]);
  });
});

describe('dates of a splice', () => {
  it('are those of the calendar, so a mark can be found again', () => {
    const joined = splice(index, fund);
    const day = parseIsoDate(joined.meta.joins![0]!.from, 'test');
    expect(isoDate(day)).toBe(joined.calendar.date(2));
  });
});
