// C19: does a regression on valuations forecast 9 % a year for small caps and 1 % for large ones over ten years?
import { slice } from 'backtilt';
import { frenchSize, shiller, valueSpread } from 'backtilt/data';
import { claim, type Claim } from 'backtilt/report';
import { forecast } from './forecast.js';
import { asOf } from './leadership.js';

const near = (is: number, within = 0.005) => ({ is, within });

export const c19 = (size = frenchSize(), spread = valueSpread(), { cape } = shiller()): Claim => {
  // From 1926, and from 1979, when the small-cap indices begin.
  const readings = ['1926-07', '1979-01'].flatMap((from) => {
    const [small, large] = (['Lo 30', 'Hi 30'] as const).map((name) => slice(size.returns(name), { from, ...asOf }));
    return [
      forecast('Small', near(0.09), [small!], spread.bookToMarketSmall),
      forecast('Large', near(0.01), [large!], spread.bookToMarketBig),
      forecast('Large', near(0.01), [large!], cape),
      forecast('Small over large', near(0.08, 0.01), [small!, large!], spread.smallOverBig),
    ];
  });
  return claim({
    id: 'C19',
    claim: 'A regression on valuations forecasts 9 % a year for small caps and 1 % for large ones over ten years',
    source: 'a market article of 2025',
    data: [size.returns('Lo 30'), size.returns('Hi 30')],
    readings,
    missing: 'the P/E ratios of the article’s regression; and the ten years themselves',
    notes: [
      'Figure: return a year over the next ten years that the regression gives for the valuation of August 2025 (CAPE: the latest, of 2023); Newey–West interval with 119 lags; base: mean over all ten-year windows.',
      'Figure, interval and base are of yearly log returns, written as returns a year; until the figures had been seen the regression was on total returns, which a few wide decades pull up.',
      'Fitted and asked on the same history. Overlapping decades look like many cases: independent counts those that share no month. A slow predictor biases the slope besides.',
      'Book-to-market and CAPE stand for the article’s P/E; small over large is relative wealth. Four regressions and two starts were tried.',
    ],
  });
};
