import { addIndicator, annually, backtest } from 'backtilt';
import { describe, it } from 'vitest';
import { expectInputError } from '../support/expect-input-error.js';
import { flat, mix, refuses } from './refuses.js';

describe('flows', () => {
  refuses(
    (flows) => ({ flows }),
    [
      [
        'a misspelt side',
        { initial: 1, contribution: [] },
        'option.unknown',
        '"contribution"',
        'Did you mean contributions',
      ],
      ['no money at the base', {}, 'option.type', '"initial" is undefined', 'more than 0'],
      ['nothing at the base', { initial: 0 }, 'option.range', '"initial" is 0', 'more than 0'],
      ['debt at the base', { initial: -5 }, 'option.range', '-5'],
      ['a flow that is a number', { initial: 1, contributions: 5 }, 'option.type', 'flows.contributions', '5'],
      [
        'a purchase that takes all',
        { initial: 1, withdrawals: yearly({ share: 1, at: 'start' }) },
        'option.range',
        '2019-12-31',
        'a withdrawal takes all',
        '"flows.initial"',
      ],
    ],
  );

  const panel = addIndicator(flat, 'prices', [{ knownOn: '2020-01-31', value: 100 }]);
  refuses(
    (flow) => ({ flows: { initial: 1000, withdrawals: flow } }),
    [
      ['a misspelt key', yearly({ amout: 5 }), 'option.unknown', 'flows.withdrawals', '"amout"', 'Did you mean amount'],
      ['neither amount nor share', yearly({}), 'option.missing', 'flows.withdrawals', '"amount" (money) or "share"'],
      ['both amount and share', yearly({ amount: 5, share: 0.1 }), 'option.range', '"amount"', '"share"', 'not both'],
      ['a negative amount', yearly({ amount: -5 }), 'option.range', '"amount" is -5', '0 or more'],
      ['an amount in text', yearly({ amount: '5' }), 'option.type', '"amount" is "5"'],
      ['more than all there is', yearly({ share: 4 }), 'option.range', '"share" is 4', 'from 0 to 1'],
      [
        'a share that grows with prices',
        yearly({ share: 0.04, inflation: 0.02 }),
        'option.range',
        '"inflation" is for an amount',
      ],
      ['inflation in percent', yearly({ amount: 5, inflation: 20 }), 'option.range', '"inflation" is 20', '0.02'],
      [
        'inflation that is no number',
        yearly({ amount: 5, inflation: true }),
        'option.type',
        'true',
        'name of an indicator',
      ],
      [
        'an indicator that is not there',
        yearly({ amount: 5, inflation: 'price' }),
        'indicator.unknown',
        '"price"',
        'Did you mean prices',
        'addIndicator',
      ],
      [
        'an indicator that is not known at the base',
        yearly({ amount: 5, inflation: 'prices' }),
        'option.range',
        'NaN on 2019-12-31',
        '100 on 2020-12-31',
      ],
      [
        'a side of the period that there is not',
        yearly({ amount: 5, at: 'middle' }),
        'option.range',
        '"middle"',
        "'start', 'end'",
      ],
      ['no schedule', { amount: 5 }, 'schedule.invalid', '"schedule" is undefined', 'annually'],
      ['a schedule that is not called', { amount: 5, schedule: annually }, 'schedule.invalid', 'Call it'],
      [
        'a schedule of drift',
        { amount: 5, schedule: { kind: 'whenDrifted', band: 0.1 } },
        'schedule.invalid',
        'monthly()',
      ],
      [
        'a day before the run',
        { amount: 5, schedule: ['2019-12-31'] },
        'option.range',
        'schedule[0] is "2019-12-31"',
        'from 2020-12-31 to 2022-12-31',
      ],
      [
        'a day after the run',
        { amount: 5, schedule: ['2021-06-30', '2023-01-01'] },
        'option.range',
        'schedule[1] is "2023-01-01"',
        '2022-12-31',
      ],
      [
        'a start of a period that has none',
        { amount: 5, schedule: ['2022-12-31'], at: 'start' },
        'option.range',
        'from 2019-12-31 to 2021-12-31',
      ],
      [
        'a day that does not exist',
        { amount: 5, schedule: ['2021-02-29'] },
        'date.impossible',
        'schedule[0]',
        '2021-02-29',
      ],
      ['a first day that is no day', yearly({ amount: 5, from: 'May 2020' }), 'date.format', '"May 2020"'],
    ],
    panel,
  );

  it('names the place in a list of flows', () => {
    expectInputError('option.range', ['flows.contributions[1]', '"amount" is -2'], () =>
      backtest(flat, mix, {
        flows: { initial: 1, contributions: [yearly({ amount: 1 }), yearly({ amount: -2 })] as never },
      }),
    );
  });
});

function yearly(flow: object): object {
  return { schedule: annually(), ...flow };
}
