import { describe, expect, it } from 'vitest';
import { panelFromJson } from '../../src/io/index.js';
import {
  fromReturns,
  fromSeries,
  joinPanels,
  overlap,
  type Panel,
  proxyMask,
  proxyNote,
  proxyShare,
  resample,
  slice,
} from '../../src/panel/index.js';
import { activeReturns, excessReturns, longShortSpread, splice, type SplicedSeries } from '../../src/stats/index.js';
import { expectInputError } from '../support/expect-input-error.js';

const months = Array.from(
  { length: 15 },
  (_, row) => `20${20 + Math.floor(row / 12)}-${String((row % 12) + 1).padStart(2, '0')}`,
);
const panel = fromReturns({
  frequency: 'monthly',
  dates: months,
  returns: {
    Index: months.map((_, row) => 0.01 * (row % 3)),
    Fund: months.map((_, row) => (row < 7 ? NaN : 0.02)),
  },
});
/** Seven months of a proxy, 2020-01 to 2020-07, then eight of the fund. */
const spliced: SplicedSeries = splice(panel.returns('Index'), panel.returns('Fund'), { name: 'Long' });
const withProxy: Panel = fromSeries(spliced, panel.returns('Index'));
const count = (series: Parameters<typeof proxyMask>[0]): number =>
  [...proxyMask(series)].filter((mark) => mark === 1).length;

describe('the mark of proxy rows', () => {
  it('is a mask, a share and a sentence', () => {
    expect([...proxyMask(spliced)]).toEqual([1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(proxyShare(spliced)).toBe(7 / 15);
    expect(proxyNote(spliced)).toMatch(/^7 of 15 rows are of a proxy: Index \(.*\), 2020-01-31 to 2020-07-31\.$/);
    expect([
      count(panel.returns('Index')),
      proxyShare(panel.returns('Index')),
      proxyNote(panel.returns('Index')),
    ]).toEqual([0, 0, undefined]);
  });

  it('stays on its rows in a panel, a slice and an overlap', () => {
    expect(count(withProxy.returns('Long'))).toBe(7);
    const part = slice(withProxy, { from: '2020-06', to: '2020-09' }).returns('Long');
    expect([...proxyMask(part)]).toEqual([1, 1, 0, 0]);
    expect(proxyNote(part)).toMatch(/^2 of 4 rows .*, 2020-06-30 to 2020-07-31\.$/);
    const record = slice(withProxy, { from: '2020-08' }).returns('Long');
    expect([count(record), proxyShare(record), proxyNote(record)]).toEqual([0, 0, undefined]);
    expect(count(overlap(joinPanels(withProxy, fromSeries(panel.returns('Fund')))).returns('Long'))).toBe(0);
  });

  it('finds its months in a calendar that dates them by other days', () => {
    const traded = fromReturns({
      frequency: 'monthly',
      dates: ['2020-01-30', '2020-02-28', ...months.slice(2)],
      returns: { B: months.map(() => 0.01) },
    });
    const joined = joinPanels(traded, withProxy);
    expect(joined.calendar.date(0)).toBe('2020-01-30');
    expect(count(joined.returns('Long'))).toBe(7);
  });

  it('marks a coarser period that holds any part of the proxy', () => {
    expect([...proxyMask(resample(withProxy, 'quarterly').returns('Long'))]).toEqual([1, 1, 1, 0, 0]);
    expect([...proxyMask(resample(withProxy, 'annual').returns('Long'))]).toEqual([1, 0]);
  });

  it('does not count rows without a return', () => {
    const wide = joinPanels(
      withProxy,
      fromReturns({ frequency: 'monthly', dates: ['2019-11', '2019-12'], returns: { Old: [0.01, 0.01] } }),
    );
    expect(count(wide.returns('Long'))).toBe(7);
    expect(proxyShare(wide.returns('Long'))).toBe(7 / 15);
    expect(proxyShare(slice(wide, { to: '2019-12' }).returns('Long'))).toBeNaN();
  });

  it('goes through JSON, and a stretch that ends before it begins does not', () => {
    const again = panelFromJson(JSON.parse(JSON.stringify(withProxy)));
    expect(again.returns('Long').meta).toEqual(spliced.meta);
    expect(count(again.returns('Long'))).toBe(7);
    const json = JSON.parse(JSON.stringify(withProxy)) as { meta: { Long: { proxyRows: { from: string }[] } } };
    json.meta.Long.proxyRows[0]!.from = '2021-01-31';
    expectInputError('file.format', ['meta.Long.proxyRows[0]'], () => panelFromJson(json));
    json.meta.Long.proxyRows[0]!.from = 'then';
    expectInputError('file.format', ['meta.Long.proxyRows[0].from', 'then'], () => panelFromJson(json));
  });

  it('is told when a panel prints itself', () => {
    expect(String(withProxy).replaceAll(/\s+/g, ' ')).toContain('Long: 7 of 15 rows are of a proxy: Index');
    expect(String(panel)).not.toContain('proxy');
  });

  it('stays with what is made of two series, whichever of them has it', () => {
    const fund = panel.returns('Index');
    for (const made of [
      activeReturns(spliced, fund),
      activeReturns(fund, spliced),
      excessReturns(spliced, fund),
      longShortSpread(fund, spliced),
    ]) {
      expect(count(made)).toBe(7);
    }
    expect(activeReturns(fund, fund).meta.proxyRows).toBeUndefined();
    // The same stretch on both sides is named once.
    expect(activeReturns(spliced, spliced).meta.proxyRows).toHaveLength(1);
  });

  it('speaks of the rows inside another calendar where it is asked to', () => {
    const year = slice(panel, { from: '2020-07', to: '2020-12' }).calendar;
    expect(proxyNote(spliced, year)).toMatch(/^1 of 6 rows .*, 2020-07-31 to 2020-07-31\.$/);
    expect(proxyNote(spliced, slice(panel, { from: '2021-01' }).calendar)).toBeUndefined();
  });

  it('is asked of return series only', () => {
    expectInputError('series.invalid', ['proxyMask'], () => proxyMask([0.1] as never));
    expectInputError('series.invalid', ['proxyShare'], () => proxyShare(null as never));
  });
});
