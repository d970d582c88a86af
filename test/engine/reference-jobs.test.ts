import {
  annually,
  backtest,
  bottomFraction,
  cagr,
  cagrByPeriods,
  dropBottomFraction,
  fixedMix,
  maxDrawdown,
  monthly,
  screenedPortfolio,
  sharpeRatio,
  topFraction,
  volatility,
  wealth,
  weighBy,
  type BacktestResult,
} from 'backtilt';
import { describe, expect, it } from 'vitest';
import { about } from './about.js';
import { fiveAssets, fiveHundredAssets, threeThousandStocks } from './reference-data.js';

/** Eleven or twelve published digits of the reference kernels, written in C and held to a second one in Python. */
function hold(result: BacktestResult, figures: Readonly<Record<string, number>>): void {
  const found = {
    cagr: cagr(result),
    cagrByPeriods: cagrByPeriods(result),
    volatility: volatility(result),
    sharpeRatio: sharpeRatio(result),
    maxDrawdown: maxDrawdown(result),
  };
  expect(found).toEqual(Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, about(value, 12)])));
}

const costs = { tradingBps: 10 };

describe('reference jobs: independent kernels in C and Python and the public functions say the same', () => {
  it('five assets over 6,300 days, traded back monthly at 10 bp', () => {
    const mix = fixedMix({
      weights: { SMALL: 0.3, LARGE: 0.3, INTL: 0.15, BOND: 0.2, GOLD: 0.05 },
      schedule: monthly(),
    });
    const result = backtest(fiveAssets(), mix, { costs });
    expect(result.calendar.length).toBe(6299);
    expect(result.calendar.date(-1)).toBe('2000-01-03');
    expect(Math.abs(wealth(result).at(-1)! / 13.0619276656995 - 1)).toBeLessThan(1e-12);
    hold(result, {
      cagr: 0.112324062634,
      cagrByPeriods: 0.108274594625,
      volatility: 0.16142370664,
      sharpeRatio: 0.717648457673,
      maxDrawdown: -0.339088429536,
    });
  });

  it('a tilt of 250/499 to small caps, the rest split 5 : 2 : 2 : 1', () => {
    const small = 250 / 499;
    const rest = 1 - small;
    const weights = { SMALL: small, LARGE: 0.5 * rest, INTL: 0.2 * rest, BOND: 0.2 * rest, GOLD: 0.1 * rest };
    hold(backtest(fiveAssets(), fixedMix({ weights }), { costs }), {
      cagr: 0.127963794039,
      cagrByPeriods: 0.123319891751,
      volatility: 0.197402878094,
      sharpeRatio: 0.687854034034,
      maxDrawdown: -0.424783670568,
    });
  });

  it('five hundred assets in equal parts', () => {
    const panel = fiveHundredAssets();
    const weights = Object.fromEntries(panel.assets.map((asset) => [asset, 1 / 500]));
    const result = backtest(panel, fixedMix({ weights, name: 'Equal parts' }), { costs });
    expect(Math.abs(wealth(result).at(-1)! / 1.20239558274788 - 1)).toBeLessThan(1e-12);
  });

  it('three thousand stocks screened each June: small half, cheapest 30 %, without the least profitable 30 %, by size, proceeds spread', () => {
    const screened = screenedPortfolio({
      name: 'Small, cheap, profitable',
      screens: [
        bottomFraction('size', 0.5),
        topFraction('bookToMarket', 0.3),
        dropBottomFraction('profitability', 0.3),
      ],
      weighting: weighBy('size'),
      schedule: annually({ month: 6 }),
    });
    const { values } = backtest(threeThousandStocks(), screened, { rules: { delisting: { proceeds: 'spread' } } });
    expect(values.length).toBe(582);
    expect(values.reduce((sum, value) => sum + value, 0)).toEqual(about(3.82175744629295, 12));
  });
});
