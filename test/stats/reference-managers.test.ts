import { describe, expect, it } from 'vitest';
import type { ReturnSeries } from '../../src/panel/index.js';
import {
  alpha,
  annualReturns,
  beta,
  cagr,
  cagrByPeriods,
  calmarRatio,
  correlation,
  downsideDeviation,
  drawdowns,
  excessReturns,
  hitCounts,
  informationRatio,
  marRatio,
  maxDrawdown,
  mean,
  sampleStandardDeviation,
  sharpeRatio,
  sortinoRatio,
  totalReturn,
  trackingError,
  volatility,
} from '../../src/stats/index.js';
import { dated, hasReference, reference } from './support.js';

// What R's PerformanceAnalytics prints for its data sets `managers` (1996–2006) and `edhec` (to 2009-08), in the output of its
// examples that it is tested against (tests/Examples/PerformanceAnalytics-Ex.Rout.save). Where its convention is another one, its
// figure is made from its own formula and the difference is named.

const managers = ['HAM1', 'HAM2', 'HAM3', 'HAM4', 'HAM5', 'HAM6'] as const;
const of = (name: string): ReturnSeries => reference('managers.csv', name);

/** A series on the rows from one to another (not included). */
function rows(series: ReturnSeries, from: number, to: number): ReturnSeries {
  const days = Array.from({ length: to - from }, (_, row) => series.calendar.date(from + row));
  return dated('monthly', days, [...series.values].slice(from, to), series.name);
}

/** The rows on which two series have a return: for managers a run at the end of the calendar. */
function common(a: ReturnSeries, b: ReturnSeries): [ReturnSeries, ReturnSeries] {
  const from = a.values.slice().findIndex((value, row) => !Number.isNaN(value) && !Number.isNaN(b.values[row]!));
  return [rows(a, from, a.values.length), rows(b, from, b.values.length)];
}

function expectEach(
  statistic: (fund: ReturnSeries) => number,
  printed: readonly number[],
  digits: number,
  names: readonly string[] = managers,
): void {
  names.forEach((name, index) => {
    expect(statistic(of(name)), name).toBeCloseTo(printed[index]!, digits);
  });
}

describe.skipIf(!hasReference)('statistics of one manager are what PerformanceAnalytics prints', () => {
  const all = [...managers, 'EDHEC LS EQ', 'SP500 TR'];

  it('totalReturn (Return.cumulative)', () => {
    expectEach(totalReturn, [3.126671, 4.348599, 3.706732, 2.52944, 0.2650197, 0.9858675, 2.051197, 1.761619], 5, all);
  });

  it('cagr (Return.annualized), and cagrByPeriods with it on months', () => {
    const printed = [0.137532, 0.1746569, 0.1512147, 0.1214798, 0.03731645, 0.1372755, 0.1180134, 0.09674533];
    expectEach(cagr, printed, 6, all);
    expectEach(cagrByPeriods, printed, 6, all);
  });

  it('annualReturns (table.CalendarReturns), in percent with one decimal', () => {
    const years = annualReturns(of('HAM1')).map((year) => (100 * year.return).toFixed(1));
    expect(years).toEqual(['13.6', '20.4', '6.1', '16.1', '17.7', '22.4', '-8.0', '23.7', '14.9', '7.8', '20.5']);
    const market = annualReturns(of('SP500 TR')).map((year) => (100 * year.return).toFixed(1));
    expect(market).toEqual(['23.0', '33.4', '28.6', '21.0', '-9.1', '-11.9', '-22.1', '28.7', '10.9', '4.9', '15.8']);
  });

  it('volatility (sd, times √12)', () => {
    const sd = [0.02562881, 0.03671623, 0.03651259, 0.05319796, 0.04573149, 0.02381247];
    expectEach((fund) => volatility(fund) / Math.sqrt(12), sd, 8);
  });

  it('downsideDeviation (DownsideDeviation) at 0 and at 4 % a year', () => {
    expectEach(downsideDeviation, [0.01454078, 0.0115736, 0.01735454, 0.03406781, 0.0304305, 0.01214476], 8);
    expectEach(
      (fund) => downsideDeviation(fund, { minimumAcceptableReturn: 0.04 / 12 }),
      [0.0157602, 0.01341739, 0.01891525, 0.03565192, 0.0320608, 0.01366533],
      8,
    );
  });

  it('sharpeRatio (SharpeRatio.annualized), but for the deviation, which it takes of returns and not of excess returns', () => {
    const riskFree = of('US 3m TR');
    const over = (fund: ReturnSeries): ReturnSeries => excessReturns(fund, riskFree);
    // geometric = FALSE.
    const printed = [1.067297, 1.035284, 0.8747901, 0.5072777, 0.1228211, 1.311291];
    expectEach((fund) => (sharpeRatio(fund, { riskFree }) * volatility(over(fund))) / volatility(fund), printed, 5);
    // Sharpe (1994): 1.0680 for HAM1 instead of 1.0673; bills hardly vary.
    expect(sharpeRatio(of('HAM1'), { riskFree })).toBeCloseTo(1.0679933648678013, 12);
    // Its default is a third number: the CAGR of the excess returns over the volatility of the returns.
    expectEach(
      (fund) => cagr(over(fund)) / volatility(fund),
      [1.066795, 1.033019, 0.8539722, 0.4292173, 0.04441162, 1.333868],
      5,
    );
    // Without cash the first two are one (table.AnnualizedReturns prints the geometric one, 1.5491 for HAM1).
    expect(cagr(of('HAM1')) / volatility(of('HAM1'))).toBeCloseTo(1.5491, 4);
  });

  it('sortinoRatio (SortinoRatio), which it leaves per month', () => {
    const printed = [0.7649, 1.222, 0.7172, 0.3234, 0.1343, 0.9102, 0.9691, 0.3064];
    expectEach((fund) => sortinoRatio(fund) / Math.sqrt(12), printed, 3, all);
  });

  it('marRatio and maxDrawdown (CalmarRatio), for it calls the whole record’s ratio Calmar', () => {
    const printed = [0.9061697, 0.728094, 0.5225829, 0.4227315, 0.1095909, 1.742525];
    expectEach(marRatio, printed, 5);
    expectEach((fund) => cagr(fund) / -maxDrawdown(fund), printed, 5);
    // Over the last 36 months HAM1 has another fall, and another ratio.
    expect(calmarRatio(of('HAM1'))).toBeCloseTo(marRatio(rows(of('HAM1'), 96, 132)), 12);
    expect(calmarRatio(of('HAM1'))).toBeGreaterThan(1.5);
  });

  it('drawdowns (table.Drawdowns): its From is the first month under water, ours the peak before it', () => {
    const deepest = [...drawdowns(of('SP500 TR'))].sort((a, b) => a.depth - b.depth);
    expect(deepest.slice(0, 3).map(({ depth }) => depth.toFixed(4))).toEqual(['-0.4473', '-0.1537', '-0.0682']);
    // From 2000-09-30, trough 2002-09-30, to 2006-10-31.
    expect(deepest[0]).toMatchObject({ peak: '2000-08-31', trough: '2002-09-30', recovery: '2006-10-31' });
    expect(deepest[1]).toMatchObject({ peak: '1998-06-30', trough: '1998-08-31', recovery: '1998-11-30' });
  });
});

describe.skipIf(!hasReference)(
  'statistics of managers against the S&P 500 are what PerformanceAnalytics prints',
  () => {
    it('beta and alpha (CAPM.beta, CAPM.alpha) over treasury bills, alpha per month', () => {
      const [market, riskFree] = [of('SP500 TR'), of('US 3m TR')];
      expectEach((fund) => beta(fund, market, { riskFree }), [0.3901, 0.3384, 0.5523], 4, managers.slice(0, 3));
      const monthly = [0.005774729, 0.009092773, 0.006216498, 0.004029731, 0.001733199, 0.007837454];
      expectEach((fund) => alpha(fund, market, { riskFree }) / 12, monthly, 9);
      // Annualized Alpha of table.CAPM compounds: (1 + a)¹² − 1; ours is 12·a, 0.0693 for HAM1.
      expectEach(
        (fund) => (1 + alpha(fund, market, { riskFree }) / 12) ** 12 - 1,
        [0.0715, 0.1147, 0.0772],
        4,
        managers.slice(0, 3),
      );
      expect(alpha(of('HAM1'), market, { riskFree })).toBeCloseTo(0.0693, 4);
    });

    it('correlation (table.Correlation)', () => {
      const market = [0.6600671, 0.4128282, 0.6608633, 0.5601846, 0.2844487, 0.5091542];
      expectEach((fund) => correlation(fund, of('SP500 TR')), market, 7);
      const hedge = [0.5896798, 0.7015847, 0.8053564, 0.61487, 0.4462382, 0.7285463];
      expectEach((fund) => correlation(fund, of('EDHEC LS EQ')), hedge, 7);
    });

    it('trackingError (TrackingError)', () => {
      const market = [0.11316666, 0.15336472, 0.11586735, 0.1596656, 0.1800291, 0.11283904];
      expectEach((fund) => trackingError(fund, of('SP500 TR')), market, 7);
      const hedge = [0.07577263, 0.09071824, 0.08156934, 0.1569067, 0.1421533, 0.05651657];
      expectEach((fund) => trackingError(fund, of('EDHEC LS EQ')), hedge, 7);
    });

    it('informationRatio, whose numerator it takes from CAGRs on the common months (InformationRatio)', () => {
      const market = of('SP500 TR');
      const printed = [0.3604125, 0.5059751, 0.4701009, 0.154914, 0.1212162, 0.6722844];
      expectEach(
        (fund) => {
          const [a, b] = common(fund, market);
          return (cagr(a) - cagr(b)) / trackingError(fund, market);
        },
        printed,
        6,
      );
      // Ours has the arithmetic mean: for HAM1 0.2606 instead of 0.3604.
      const active = 12 * (mean(of('HAM1').values.slice()) - mean(market.values.slice()));
      expect(informationRatio(of('HAM1'), market)).toBeCloseTo(active / 0.1131667, 6);
      expect(informationRatio(of('HAM1'), market)).toBeCloseTo(0.2606, 4);
    });

    it('hitCounts, from its shares of the up and the down months (UpDownRatios)', () => {
      // HAM1: 0.2941176 of 85 up months and 0.8085106 of 47 down months.
      expect(hitCounts(of('HAM1'), of('SP500 TR'))).toMatchObject({
        wins: Math.round(0.2941176 * 85 + 0.8085106 * 47),
        periods: 85 + 47,
      });
    });
  },
);

describe.skipIf(!hasReference)('statistics of EDHEC’s indices to 2009-08 are what PerformanceAnalytics prints', () => {
  // StdDev, and Maximum Drawdown and Downside Deviation (0 %) of table.DownsideRisk.
  const printed = [
    ['Convertible Arbitrage', 0.02004739, 0.2927, 0.0147],
    ['CTA Global', 0.0251309, 0.1168, 0.0137],
    ['Distressed Securities', 0.01834791, 0.2292, 0.0119],
    ['Emerging Markets', 0.03857144, 0.3598, 0.0269],
    ['Equity Market Neutral', 0.009005818, 0.1108, 0.0057],
    ['Event Driven', 0.01835047, 0.2008, 0.0121],
    ['Fixed Income Arbitrage', 0.01417129, 0.1788, 0.0116],
    ['Global Macro', 0.01701962, 0.0792, 0.0068],
    ['Long/Short Equity', 0.02217382, 0.2182, 0.0128],
    ['Merger Arbitrage', 0.01116827, 0.0563, 0.0067],
    ['Relative Value', 0.01319468, 0.1594, 0.0087],
    ['Short Selling', 0.05509917, 0.4956, 0.0342],
    ['Funds of Funds', 0.01821196, 0.2059, 0.0109],
  ] as const;

  it.each(printed)('%s: volatility, drawdown and downside deviation', (name, sd, depth, downside) => {
    const index = rows(reference('edhec_1997_2021.csv', name), 0, 152);
    expect(index.calendar.date(151)).toBe('2009-08-31');
    expect(volatility(index) / Math.sqrt(12)).toBeCloseTo(sd, 8);
    expect(sampleStandardDeviation(index.values.slice())).toBeCloseTo(sd, 8);
    expect(maxDrawdown(index)).toBeCloseTo(-depth, 4);
    expect(downsideDeviation(index)).toBeCloseTo(downside, 4);
  });

  it('the whole record, 1997 to 2021, is what numpy computes', () => {
    for (const [name, growth, sharpe, depth] of [
      ['Convertible Arbitrage', 4.208815332204103, 1.1970138029343318, -0.29268839452957485],
      ['Emerging Markets', 5.088353240946186, 0.7127771586620714, -0.3597895280518132],
      ['Short Selling', -0.4869462663086527, -0.09595537441551313, -0.7687068646215386],
      ['Funds of Funds', 2.6010216667420814, 0.971637835599712, -0.20591447069347002],
    ] as const) {
      const index = reference('edhec_1997_2021.csv', name);
      expect(totalReturn(index)).toBeCloseTo(growth, 11);
      expect(cagr(index)).toBeCloseTo((1 + growth) ** (12 / 293) - 1, 12);
      expect(sharpeRatio(index)).toBeCloseTo(sharpe, 11);
      expect(maxDrawdown(index)).toBeCloseTo(depth, 12);
    }
  });

  it('drawdowns of convertible arbitrage and of short selling (table.Drawdowns)', () => {
    const worst = (name: string): unknown => {
      const found = [...drawdowns(rows(reference('edhec_1997_2021.csv', name), 0, 152))];
      return found
        .sort((a, b) => a.depth - b.depth)
        .slice(0, 2)
        .map(({ peak, trough, recovery, depth }) => [peak, trough, recovery, depth.toFixed(4)]);
    };
    // From 2007-11-30 and 2004-05-31; from 1998-09-30 and 2002-10-31: the months after our peaks.
    expect(worst('Convertible Arbitrage')).toEqual([
      ['2007-10-31', '2008-11-30', null, '-0.2927'],
      ['2004-04-30', '2005-05-31', '2006-02-28', '-0.0822'],
    ]);
    expect(worst('Short Selling')).toEqual([
      ['1998-08-31', '2000-08-31', '2002-09-30', '-0.4956'],
      ['2002-09-30', '2007-05-31', '2009-02-28', '-0.3630'],
    ]);
  });
});
