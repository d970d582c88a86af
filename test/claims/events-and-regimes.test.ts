import { describe, expect, it } from 'vitest';
import { fromReturns, recessions, type ReturnSeries } from 'backtilt';
import { frenchFactors, frenchIndustries, frenchSize, shiller, usFunds, usRecessions } from 'backtilt/data';
import { c14 } from '../../examples/claims/c14-index-and-breadth.js';
import { c20 } from '../../examples/claims/c20-debt-burden.js';
import { c23 } from '../../examples/claims/c23-after-recessions.js';
import { c27 } from '../../examples/claims/c27-defensive-in-stagflation.js';
import { stagflations } from '../../examples/claims/stagflations.js';
import { altered, swapped } from './altered.js';
import { byDate, compounded, meanOf, monthNumber, monthsBetween } from './made-panels.js';

const [size, funds, industries, factors] = [frenchSize(), usFunds(), frenchIndustries(), frenchFactors()];

describe('C14, the year 2024', () => {
  const year = (name: string, total: number): ReturnSeries => {
    const returns = { [name]: monthsBetween('2024-01', '2024-12').map(() => (1 + total) ** (1 / 12) - 1) };
    return fromReturns({ frequency: 'monthly', dates: monthsBetween('2024-01', '2024-12'), returns }).returns(name);
  };
  /** A hundred members, of which `seven` made 67 % on average, and so many beat the index. */
  const made = (ahead: number, seven = 0.67) => ({
    index: year('S&P 500, by price', 0.2331),
    members: Object.fromEntries(
      Array.from({ length: 100 }, (_, at) => {
        const total = at < 7 ? seven + (at - 3) / 100 : at < ahead ? 0.3 : 0.1;
        return [`M${at}`, year(`M${at}`, total)];
      }),
    ),
    seven: Array.from({ length: 7 }, (_, at) => `M${at}`),
  });
  const byPrice = altered(funds, (_, value, date) => (date.startsWith('2024') ? 1.2331 ** (1 / 12) - 1 : value));

  it('is tested in one part only, which is right without dividends, and says what is missing', () => {
    const { verdict, missing, readings } = c14();
    const months = [...byDate(funds.returns('SPY'))].filter(([date]) => date.startsWith('2024'));
    expect(months).toHaveLength(12);
    expect(readings.map(({ agrees }) => agrees)).toEqual([true, false, false]);
    // Closes of the S&P 500, price only: 4769.83 on 2023-12-29, 5881.63 on 2024-12-31, a rise of 1111.80.
    expect(readings[0]!.figure).toBeCloseTo(1111.8 / 4769.83, 12); // 23.31 %
    // Reinvested dividends of about 1.3 % of the price come on top.
    expect(readings[1]!.figure - readings[0]!.figure).toBeCloseTo(0.016, 2);
    expect(readings[1]!.figure).toBeCloseTo(compounded(months.map(([, value]) => value)), 12);
    expect(verdict).toBe('depends on the definition');
    expect(missing).toContain('members');
  });

  it('is not supported by an index that ended 2024 at 5500, and supported where funds rose like the one that is quoted', () => {
    expect(c14(funds, undefined, { before: 4769.83, after: 5500 }).verdict).toBe('not supported');
    expect(c14(byPrice).verdict).toBe('supported');
  });

  it('is supported by members of which 19 of 100 beat an index of 23 %, and seven made 67 %', () => {
    const told = c14(byPrice, made(19));
    const [index, seven, share] = told.readings[0]!.parts.map(({ figure }) => figure);
    expect(index).toBeCloseTo(0.2331, 12);
    expect(seven).toBeCloseTo(0.67, 12);
    expect(share).toBe(0.19);
    expect([told.verdict, told.missing, told.readings[0]!.parts[2]!.n]).toEqual(['supported', null, 100]);
  });

  it('is not with 30 of 100, or with another mean of the seven', () => {
    expect(c14(byPrice, made(30)).readings[0]!.agrees).toBe(false);
    expect(c14(byPrice, made(19, 0.6)).readings[0]!.agrees).toBe(false);
    expect(c14(funds, made(30)).verdict).toBe('not supported');
  });
});

describe('C20, the burden of debt', () => {
  it('cannot be tested on returns and says what it would take', () => {
    const { verdict, missing } = c20();
    expect(verdict).toBe('not testable here');
    expect(missing).toContain('interest expense');
  });
});

describe('C23, after recessions', () => {
  const { verdict, readings } = c23();
  const troughs = usRecessions().turningPoints.filter(({ type, month }) => type === 'trough' && month > '1926-07');
  const [small, large] = [byDate(size.returns('Lo 30')), byDate(size.returns('Hi 30'))];
  const led = (after: string, months: number): boolean => {
    const dates = [...small.keys()].filter((date) => {
      const since = monthNumber(date) - monthNumber(after);
      return since >= 1 && since <= months;
    });
    expect(dates).toHaveLength(months);
    const made = (from: Map<string, number>) => compounded(dates.map((date) => from.get(date)!));
    return made(small) > made(large);
  };

  it('holds from the end of a recession, which nobody knew, and not from the announcement', () => {
    expect(verdict).toBe('depends on the definition');
    expect(readings.map(({ agrees }) => agrees)).toEqual([true, true, true, false, false, false]);
  });

  it('counts from the month after the trough, or after that of the announcement', () => {
    [12, 24, 36].forEach((months, index) => {
      const [ends, told] = [readings[index]!, readings[3 + index]!];
      expect([ends.n, told.n]).toEqual([troughs.length, 6]);
      expect(ends.figure).toBeCloseTo(meanOf(troughs.map(({ month }) => Number(led(month, months)))), 12);
      const days = troughs.flatMap(({ announced }) => announced ?? []);
      expect(told.figure).toBeCloseTo(meanOf(days.map((day) => Number(led(day, months)))), 12);
    });
  });

  it('holds the announcements against the windows from the first of them, in July 1981, to that of July 2021', () => {
    [12, 24, 36].forEach((months, index) => {
      const starts = [...small.keys()].filter((day) => day.slice(0, 7) >= '1981-07' && day.slice(0, 7) <= '2021-07');
      expect(starts).toHaveLength(481);
      expect(readings[3 + index]!.base).toBeCloseTo(meanOf(starts.map((day) => Number(led(day, months)))), 12);
    });
  });

  it('needs recessions: with small caps ahead after each of them six announcements still prove nothing', () => {
    const after = (months: number, date: string): boolean =>
      troughs.some(({ month, announced }) =>
        [month, announced ?? month].some((day) => {
          const since = monthNumber(date) - monthNumber(day);
          return since >= 1 && since <= months;
        }),
      );
    const made = (lead: number) =>
      altered(size, (asset, value, date) =>
        asset === 'Lo 30' ? large.get(date)! + (after(36, date) ? lead : -lead) : value,
      );
    expect(c23(made(0.01)).verdict).toBe('true but uninformative');
    expect(c23(made(0.01)).readings.map(({ informative }) => informative)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(c23(made(-0.01)).verdict).toBe('not supported');
    expect(c23(swapped(size, 'Lo 30', 'Hi 30')).readings[0]!.agrees).toBe(false);
  });

  it('knows the trough of a recession only from its announcement on', () => {
    const { turningPoints, ...rest } = usRecessions();
    const untold = turningPoints.map((turn) => ({ ...turn, announced: null }));
    expect(
      c23(size, { ...rest, turningPoints: untold })
        .readings.slice(3)
        .map(({ n }) => n),
    ).toEqual([0, 0, 0]);
  });
});

describe('C27, stagflation', () => {
  const recession = recessions(usRecessions(), { known: 'hindsight' });
  const regimes = stagflations(shiller(), recession);

  it('is the February of 1975 by all four definitions and the June of 1995 by none; after the data nobody knows', () => {
    expect(regimes.map((regime) => regime.valueOn('1975-02-28'))).toEqual([1, 1, 1, 1]);
    expect(regimes.map((regime) => regime.valueOn('1995-06-30'))).toEqual([0, 0, 0, 0]);
    expect(regimes.map((regime) => regime.valueOn('2030-06-30'))).toEqual([NaN, NaN, NaN, NaN]);
  });

  it('takes inflation over twelve months from the price index: 4 % and a recession', () => {
    const cpi = new Map(shiller().cpi.observations.map(({ month, value }) => [monthNumber(month), value]));
    for (const [date] of byDate(factors.riskFree)) {
      const [now, before] = [cpi.get(monthNumber(date)), cpi.get(monthNumber(date) - 12)];
      if (now === undefined || before === undefined) continue;
      const both = now / before - 1 > 0.04 && recession.valueOn(date as '2000-01-31') === 1;
      expect(regimes[0]!.valueOn(date as '2000-01-31'), date).toBe(Number(both));
    }
  });

  it('gives the lead of six defensive industries over the market as it comes out by hand', () => {
    const { verdict, readings } = c27();
    expect(verdict).toBe('depends on the definition');
    expect(readings.filter(({ agrees }) => !agrees)).toHaveLength(1);
    const names = ['Food', 'Beer', 'Smoke', 'Hshld', 'Drugs', 'Util'] as const;
    const columns = names.map((name) => byDate(industries.returns(name)));
    const [market, cash] = [byDate(factors.three.returns('Mkt-RF')), byDate(factors.riskFree)];
    // A sixth each at the end of June, then left alone: wealth by industry, added up.
    let held = names.map(() => 1 / 6);
    const leads = [...market].map(([date, excess]) => {
      const before = held.reduce((sum, one) => sum + one, 0);
      held = held.map((one, at) => one * (1 + columns[at]!.get(date)!));
      const after = held.reduce((sum, one) => sum + one, 0);
      if (date.slice(5, 7) === '06') held = held.map(() => after / 6);
      return { date, lead: after / before - 1 - cash.get(date)! - excess };
    });
    const inside = leads.filter(({ date }) => regimes[0]!.valueOn(date as '2000-01-31') === 1);
    expect(readings[0]!.n).toBe(inside.length);
    expect(readings[0]!.figure).toBeCloseTo(12 * meanOf(inside.map(({ lead }) => lead)), 10);
    // The base is made of the months of which the regime is known, not of those after the data of prices or recessions.
    const known = leads.filter(({ date }) => !Number.isNaN(regimes[0]!.valueOn(date as '2000-01-31')));
    expect(known.length).toBeLessThan(leads.length);
    expect(readings[0]!.base).toBeCloseTo(12 * meanOf(known.map(({ lead }) => lead)), 10);
  });

  it('is not supported with every industry 3 % a month behind, and says nothing with all of them ahead at all times', () => {
    expect(c27(altered(industries, (_, value) => value - 0.03)).verdict).toBe('not supported');
    expect(c27(altered(industries, (_, value) => value + 0.03)).verdict).toBe('true but uninformative');
  });
});
