import { backtest, type Rules } from 'backtilt';
import { describe, it } from 'vitest';
import { expectInputError } from '../support/expect-input-error.js';
import { fromDays } from './by-hand.js';
import { flat, mix, refuses } from './refuses.js';

describe('options', () => {
  refuses(
    (options) => options,
    [
      ['a misspelt option', { cost: {} }, 'option.unknown', '"cost"', 'Did you mean costs'],
      ['options that are a number', 5, 'option.type', 'the options', '5'],
      ['a negative lag', { executionLag: -1 }, 'option.range', '"executionLag" is -1', '0 or more'],
      ['half a row of lag', { executionLag: 0.5 }, 'option.range', '0.5', 'whole number'],
      ['a lag in words', { executionLag: '1' }, 'option.type', '"1"'],
      ['costs that are a number', { costs: 5 }, 'option.type', '"costs"', '5'],
      ['rules that are a list', { rules: [] }, 'option.type', 'rules', 'an array'],
      ['flows that are null', { flows: null }, 'option.type', 'flows', 'null'],
      ['a window that is text', { window: '2020' }, 'option.type', '"window"', '"2020"'],
    ],
  );
});

describe('rules', () => {
  refuses(
    (rules) => ({ rules }),
    [
      ['a misspelt rule', { maxWeights: 0.1 }, 'option.unknown', '"maxWeights"', 'Did you mean maxWeight'],
      ['an unknown policy', { missing: 'skip' }, 'option.range', '"skip"', "'hold', 'cash', 'renormalise'"],
      ['leverage that is a number', { leverage: 2 }, 'option.type', 'rules.leverage', '2'],
      [
        'leverage without its price',
        { leverage: { max: 1.5, shortFee: 0 } },
        'option.type',
        '"borrowSpread" is undefined',
        'yearly fraction',
      ],
      [
        'a spread in percent',
        { leverage: { max: 1.5, borrowSpread: 2, shortFee: 0 } },
        'option.range',
        '"borrowSpread" is 2',
      ],
      [
        'a negative short fee',
        { leverage: { max: 1.5, borrowSpread: 0, shortFee: -0.01 } },
        'option.range',
        '"shortFee" is -0.01',
      ],
      [
        'a misspelt key of leverage',
        { leverage: { max: 2, spread: 0, shortFee: 0 } },
        'option.unknown',
        '"spread"',
        'borrowSpread',
      ],
      ['no holdings', { maxHoldings: 0 }, 'option.range', '"maxHoldings" is 0', '1 or more'],
      ['half a holding', { maxHoldings: 1.5 }, 'option.range', '1.5', 'whole number'],
      ['a negative limit', { maxWeight: -0.1 }, 'option.range', '"maxWeight" is -0.1', 'from 0 to 1'],
      ['a limit in text', { maxWeight: '10 %' }, 'option.type', '"10 %"'],
      ['a limit of who is not there', { maxWeight: { AA: 0.1 } }, 'asset.unknown', 'rules.maxWeight', '"AA"', 'A'],
      ['a bad limit of one asset', { maxWeight: { A: NaN } }, 'option.type', 'rules.maxWeight', '"A" is NaN'],
      ['groups that are a record', { groups: { name: 'X' } }, 'option.type', 'rules.groups', 'a list'],
      ['a group without assets', { groups: [group('X', [])] }, 'option.type', 'rules.groups[0]', 'at least one asset'],
      ['a group without a name', { groups: [{ assets: ['A'], max: 1 }] }, 'option.type', 'rules.groups[0]', 'name'],
      ['a group without a limit', { groups: [{ name: 'X', assets: ['A'] }] }, 'option.type', '"max" is undefined'],
      [
        'a group of who is not there',
        { groups: [group('X', ['AA'])] },
        'asset.unknown',
        'rules.groups[0]',
        '"AA"',
        'A',
      ],
      [
        'an asset in two groups',
        { groups: [group('X', ['A']), group('Y', ['B', 'A'])] },
        'option.range',
        '"A"',
        '"X"',
        '"Y"',
        'one group only',
      ],
      [
        'a misspelt key of a group',
        { groups: [{ ...group('X', ['A']), maximum: 1 }] },
        'option.unknown',
        '"maximum"',
        'max',
      ],
      ['a negative turnover', { maxTurnover: -0.1 }, 'option.range', '"maxTurnover" is -0.1'],
      ['a smallest trade of more than everything', { minTrade: 5 }, 'option.range', '"minTrade" is 5', 'from 0 to 1'],
      ['a smallest trade in text', { minTrade: '5' }, 'option.type', '"minTrade" is "5"'],
    ],
  );
});

describe('answers', () => {
  const answering = (answer: Record<string, number>, rules: Rules<'A' | 'B'> = {}) =>
    backtest(flat, fromDays(['A', 'B'], { '2019-12-31': { A: 1 }, '2020-12-31': answer }), { rules });
  const leverage = { max: 1.5, borrowSpread: 0, shortFee: 0 };

  it('of more than the leverage that is allowed are refused, with the sum, the limit and the day; short positions count', () => {
    const facts = ['"By days"', '2020-12-31', 'sum to 1.75', 'allows 1.5'];
    expectInputError('weights.over-leverage', facts, () => answering({ A: 1.75 }, { leverage }));
    expectInputError('weights.over-leverage', facts, () => answering({ A: 1, B: -0.75 }, { leverage }));
  });

  it('with short positions or debt without leverage are refused, and the message says how to ask for it', () => {
    expectInputError('weights.negative', ['2020-12-31', '-0.25', '"B"', 'leverage: { max'], () =>
      answering({ B: -0.25 }),
    );
    expectInputError('weights.over-one', ['2020-12-31', 'sum to 1.5', 'leverage: { max'], () =>
      answering({ A: 0.75, B: 0.75 }),
    );
    expectInputError('weights.over-one', ['2020-12-31', '1.5', '"A"', 'leverage: { max'], () => answering({ A: 1.5 }));
  });

  it('that are not numbers are refused with leverage too', () => {
    expectInputError('weights.invalid', ['2020-12-31', 'Infinity', '"A"'], () =>
      answering({ A: Infinity }, { leverage }),
    );
    expectInputError('weights.invalid', ['2020-12-31', 'NaN', '"B"'], () => answering({ B: NaN }, { leverage }));
  });

  it('whose first purchase costs all there is are refused: there would be no row', () => {
    expectInputError('option.range', ['2019-12-31', 'costs all that there is', 'flows.initial'], () =>
      backtest(flat, mix, { costs: { perTrade: 600 }, flows: { initial: 1000 } }),
    );
  });
});

function group(name: string, assets: readonly string[]): object {
  return { name, assets, max: 0.5 };
}
