// C15: are small caps more volatile, and do they depend more on the economy?
import { factorRegression, longShortSpread, recessions, slice, volatility } from 'backtilt';
import { frenchSize, usFunds, usFundsDaily, usRecessions, usTreasuryBill } from 'backtilt/data';
import { claim, type Claim } from 'backtilt/report';
import { drawn, type Pair } from './drawn.js';
import { estimated, whenever } from './estimates.js';

const aside = true;

const more = (words: string, pair: Pair, blockLength = 12) => {
  const settings = { blockLength, unit: 'percent' } as const;
  return drawn(`Volatility, ${words}`, { above: 0 }, pair, (a, b) => volatility(a) - volatility(b), settings);
};
const beta = (words: string, [small, large]: Pair) => {
  const { loadings, n, independent } = factorRegression<string>(small, large, { riskFree: usTreasuryBill() });
  return estimated(`Beta, ${words}`, { above: 1 }, loadings[large.name]!, { unit: 'number', n, independent });
};

export const c15 = (
  size = frenchSize(),
  funds = usFunds(),
  daily = usFundsDaily(),
  recession = recessions(usRecessions(), { known: 'hindsight' }),
): Claim => {
  const fundsOf = (panel: Pick<typeof funds, 'returns'>): Pair => [panel.returns('IWM'), panel.returns('SPY')];
  const months = fundsOf(funds);
  const thirds: Pair = [size.returns('Lo 30'), size.returns('Hi 30')];
  const since1990: Pair = [slice(thirds[0], { from: '1990-01' }), slice(thirds[1], { from: '1990-01' })];
  const lagging = (words: string, pair: Pair) =>
    whenever(`In recessions, ${words}: lead a year`, { below: 0 }, longShortSpread(...pair), recession);
  return claim({
    id: 'C15',
    claim: 'Small caps are more volatile than large ones and depend more on the economy',
    source: 'several market articles of 2025',
    data: [...months, ...thirds],
    readings: [
      ...(
        [
          ['IWM less SPY', months],
          ['Lo 30 less Hi 30', thirds],
        ] as const
      ).map(([words, pair]) => ({ reading: `Both, ${words}`, parts: [more(words, pair), lagging(words, pair)] })),
      { ...more('IWM less SPY, daily', fundsOf(daily), 63), aside },
      { ...more('Lo 30 less Hi 30 from 1990', since1990), aside },
      { ...beta('IWM on SPY', months), aside },
      { ...beta('Lo 30 on Hi 30', thirds), aside },
    ],
    notes: [
      'IWM and SPY for the Russell 2000 and the S&P 500, net of fees; Lo 30 and Hi 30 are the smallest and biggest firms by NYSE size, without costs.',
      'Intervals: of volatility by resampling both series in blocks of a year (days: a quarter), of beta and recessions by Newey–West errors. Base of recessions: all months of which it is known whether they were in one.',
      'Recessions by the months of the NBER, known only afterwards; independent counts them. Beta is dependence on the market, what recessions show that on the economy.',
      'Both halves of the sentence make one reading: changed after the figures were known, when volatility alone would have carried the claim.',
    ],
  });
};
