import { describe, expect, it } from 'vitest';
import { activeReturns, fundedLongShort, longShortSpread, sharpeRatio } from '../../src/stats/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { series } from './support.js';

const small = series('quarterly', [0.05, NaN, -0.02, 0.1], 'Small');
const big = series('quarterly', [0.02, 0.01, 0.03, NaN], 'Big');
const bills = series('quarterly', [0.01, 0.01, 0.01, 0.01], 'Bills');

describe('longShortSpread and fundedLongShort', () => {
  it('are the difference alone, and the difference with what the money behind it earned', () => {
    expect([...longShortSpread(small, big).values].map((value) => Number(value.toFixed(12)))).toEqual([
      0.03,
      NaN,
      -0.05,
      NaN,
    ]);
    expect([...fundedLongShort(small, big, bills).values].map((value) => Number(value.toFixed(12)))).toEqual([
      0.04,
      NaN,
      -0.04,
      NaN,
    ]);
    expect([...longShortSpread(small, big).values]).toEqual([...activeReturns(small, big).values]);
  });

  it('say in name and kind which of the two they are', () => {
    expect(longShortSpread(small, big)).toMatchObject({
      name: 'Small less Big (zero investment)',
      meta: { kind: 'excess' },
    });
    expect(fundedLongShort(small, big, bills)).toMatchObject({
      name: 'Small less Big plus Bills (funded)',
      meta: { kind: 'total', net: false },
    });
  });

  it('have one Sharpe ratio: cash is in the funded one and comes off again', () => {
    const funded = fundedLongShort(small, big, bills);
    expect(sharpeRatio(funded, { riskFree: bills })).toBeCloseTo(sharpeRatio(longShortSpread(small, big)), 12);
  });

  it('may lose more than all where nothing is invested, and refuse it where it is, naming the row', () => {
    const [long, short] = [series('annual', [0.1, -0.5], 'L'), series('annual', [0.1, 0.6], 'S')];
    expect(longShortSpread(long, short).values[1]).toBeCloseTo(-1.1, 14);
    const cash = series('annual', [0.02, 0.02], 'C');
    expectInputError('returns.ruin', ['L less S', '108.00 %', 'row 1', '2021-12-31', 'longShortSpread'], () =>
      fundedLongShort(long, short, cash),
    );
    // Exactly all is a total loss, not more.
    expect(fundedLongShort(long, series('annual', [0.1, 0.52], 'S'), cash).values[1]).toBeCloseTo(-1, 14);
  });

  it('refuse what is no cash, and other frequencies', () => {
    expectInputError('series.invalid', ['fundedLongShort', 'the cash', 'excess'], () =>
      fundedLongShort(small, big, longShortSpread(small, big)),
    );
    expectInputError('series.invalid', ['longShortSpread', 'the short side'], () => longShortSpread(small, 3 as never));
    expectInputError('calendar.mismatch', ['longShortSpread', 'Y', 'annual'], () =>
      longShortSpread(small, series('annual', [0.1], 'Y')),
    );
  });
});
