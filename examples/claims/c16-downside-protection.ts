// C16: do small caps and value protect in falls, and do they keep more of the rises than of the falls?
import { bearMarkets, downCapture, longShortSpread, upCapture } from 'backtilt';
import { frenchSize, frenchSizeValue, usFunds } from 'backtilt/data';
import { claim, type Claim } from 'backtilt/report';
import { drawn, type Pair, type PairStatistic } from './drawn.js';
import { whenever } from './estimates.js';

const asymmetry: PairStatistic = (one, market) => upCapture(one, market) - downCapture(one, market);
const protects = (pair: Pair) => drawn(`Down capture of ${pair[0].name}`, { below: 1 }, pair, downCapture);
const asymmetric = (pair: Pair) => drawn(`Up less down capture of ${pair[0].name}`, { above: 0 }, pair, asymmetry);

export const c16 = (funds = usFunds(), cells = frenchSizeValue(), size = frenchSize()): Claim => {
  const spy = funds.returns('SPY');
  const [small, smallValue, value] = (['IWM', 'IWN', 'IWD'] as const).map((name): Pair => [funds.returns(name), spy]);
  const longest: Pair = [cells.returns('SMALL HiBM'), size.returns('Hi 30')];
  const inBears = ([one, market]: Pair) =>
    whenever(
      `${one.name} in bear markets: lead a year`,
      { above: 0 },
      longShortSpread(one, market),
      bearMarkets(market),
    );
  return claim({
    id: 'C16',
    claim: 'Small caps and value protect in falls and take more part in rises',
    source: 'several market articles of 2025',
    data: [spy, small![0], smallValue![0], value![0], ...longest],
    readings: [
      ...[small!, smallValue!, value!, longest].map(protects),
      ...[smallValue!, longest].map(inBears),
      ...[smallValue!, longest].map(asymmetric),
    ],
    notes: [
      'IWM, IWN and IWD (Russell 2000, 2000 Value, 1000 Value) against SPY, net of fees; SMALL HiBM (the cheapest of the smallest firms) against Hi 30 (the biggest), without costs.',
      'Capture: geometric mean of the months in which the benchmark fell (rose), over that of the benchmark; intervals by resampling both in blocks of a year.',
      'Bear markets: falls by a fifth and more at month ends, known only afterwards; lead: arithmetic, Newey–West interval; base: its mean in all months of which it is known whether they were in one; independent: how many there were.',
    ],
  });
};
