// C26: do Treasuries still diversify stocks?
import { correlation, overlap, slice, volatility } from 'backtilt';
import { usFunds } from 'backtilt/data';
import { claim, type Claim, type ClaimFigure } from 'backtilt/report';
import { drawn, type Pair, type PairStatistic } from './drawn.js';

// Each up to July 2025, when the article appeared: the shorter lie within the longer.
const windows = { '3 years': ['2022-08', '2022-07'], '5 years': ['2020-08', '2020-07'] } as const;
const year = ['2024-08', '2024-07'] as const;

/** Volatility of 60 % stocks and 40 % bonds, reset each month, over that of stocks alone. */
const ofMix: PairStatistic = (stocks, bonds) => {
  const [own, other] = [0.6 * volatility(stocks), 0.4 * volatility(bonds)];
  return Math.sqrt(own ** 2 + other ** 2 + 2 * own * other * correlation(stocks, bonds)) / volatility(stocks);
};

export const c26 = (funds = usFunds()): Claim => {
  const pairs = (bonds: 'IEF' | 'TLT' | 'SHY', [from, before]: readonly [string, string]): [now: Pair, then: Pair] => {
    const both = overlap(funds, ['SPY', bonds]);
    const pair = (panel: typeof both): Pair => [panel.returns('SPY'), panel.returns(bonds)];
    return [pair(slice(both, { from, to: '2025-07' })), pair(slice(both, { to: before }))];
  };
  const names = ['IEF', 'TLT', 'SHY'] as const;
  const together = { above: 0 };
  const long = names.flatMap((bonds) =>
    (['3 years', '5 years'] as const).map((length) => {
      const [now, then] = pairs(bonds, windows[length]);
      return drawn(`SPY and ${bonds}, last ${length}`, together, now, correlation, { base: correlation(...then) });
    }),
  );
  const short = names.map((bonds): ClaimFigure => {
    const [now, then] = pairs(bonds, year);
    const cases = { base: correlation(...then), n: now[0].values.length, independent: 1 };
    const reading = `SPY and ${bonds}, last 12 months`;
    return { reading, says: together, figure: correlation(...now), unit: 'number', ...cases };
  });
  const [now, then] = pairs('IEF', windows['3 years']);
  const words = 'Volatility of 60 % SPY, 40 % IEF over that of SPY, last 3 years';
  const mix = drawn(words, { above: 1 }, now, ofMix, { base: ofMix(...then), aside: true });
  return claim({
    id: 'C26',
    claim: 'Treasuries no longer diversify stocks: they move with them now',
    source: 'a market article of 2025',
    data: [funds.returns('SPY'), ...names.map((bonds) => funds.returns(bonds))],
    readings: [...long, ...short, mix],
    notes: [
      'Figure: correlation of monthly total returns up to July 2025; interval by resampling both in blocks of a year, of which a year holds one and no interval; base: correlation from 2002 until the window begins.',
      'IEF, TLT and SHY hold Treasuries of 7–10, over 20 and 1–3 years. A correlation under 1 diversifies, one above 0 only does not offset: the claim is read in the stricter way.',
      `By the wider sense it fails: with 40 % in IEF the volatility was ${mix.figure.toFixed(2)} of that of SPY alone (0.60 with 40 % in cash), so bonds still made it calmer.`,
      'The windows are nested: twelve months lie in the three years, those in the five, and nine readings are not nine tests. Three years hold the fastest rise of rates in forty.',
      'After figures had been seen: blocks of a year in place of quarters, and the readings of twelve months and of the mix.',
    ],
  });
};
