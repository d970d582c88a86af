import { addField, addIndicator, annually, backtest, fixedMix, type BacktestOptions } from 'backtilt';
import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../src/core/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { fromDays, years } from './by-hand.js';

const flat = years({ A: [0, 0, 0], B: [0, 0, 0] });
const mix = fixedMix({ weights: { A: 0.3, B: 0.7 }, schedule: annually() });

/** What is wrong, the code, and what the message says besides where it is. */
type Refusal = readonly [wrong: string, given: unknown, code: ErrorCode, ...facts: readonly string[]];

/** Runs each row of a table with its value at one place of the options. */
function refuses(place: (given: never) => object, rows: readonly Refusal[], panel: unknown = flat): void {
  it.each(rows.map(([wrong, given, code, ...facts]) => ({ wrong, given, code, facts })))(
    'refuses $wrong with $code',
    ({ given, code, facts }) => {
      const error = expectInputError(code, ['backtest', ...facts], () =>
        backtest(panel as typeof flat, mix, place(given as never) as BacktestOptions<'A' | 'B'>),
      );
      expect(error.name).toBe('InputError');
    },
  );
}

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

describe('costs', () => {
  refuses(
    (costs) => ({ costs }),
    [
      ['a misspelt cost', { tradingBp: 5 }, 'option.unknown', '"tradingBp"', 'Did you mean tradingBps'],
      ['no cost at all', {}, 'option.missing', '"costs" is empty', 'leave "costs" out'],
      ['negative basis points', { tradingBps: -5 }, 'option.range', '-5', 'from 0 to 5000', '10 bp are 0.1 %'],
      ['more than 5,000 basis points', { tradingBps: 5001 }, 'option.range', '5001', '5000'],
      ['basis points in text', { tradingBps: '5' }, 'option.type', '"5"'],
      ['NaN', { tradingBps: NaN }, 'option.type', 'NaN'],
      ['an asset that the panel does not have', { tradingBps: { A: 5, BB: 5 } }, 'asset.unknown', '"BB"', 'B'],
      ['an asset without a cost', { tradingBps: { A: 5 } }, 'option.missing', 'no cost for "B"', '0 if it is free'],
      ['a bad cost of one asset', { tradingBps: { A: 5, B: -1 } }, 'option.range', 'tradingBps.B', '-1'],
      [
        'dated costs out of order',
        { tradingBps: [from('2010-01', 5), from('2009-12', 2)] },
        'option.range',
        'entry 1',
        'order',
      ],
      [
        'dated costs of one day',
        { tradingBps: [from('2010-01', 5), from('2010-01-01', 2)] },
        'option.range',
        'entry 1',
      ],
      [
        'a first dated cost after the start',
        { tradingBps: [from('2020-01', 5)] },
        'option.range',
        '2019-12-31',
        'first day',
      ],
      [
        'the same in a record',
        { tradingBps: { A: 5, B: [from('2020-01', 5)] } },
        'option.range',
        'tradingBps.B',
        '2019-12-31',
      ],
      ['an empty list of dated costs', { tradingBps: [] }, 'option.range', '2019-12-31'],
      [
        'a day that does not exist',
        { tradingBps: [from('2019-02-30', 5)] },
        'date.impossible',
        'tradingBps[0]',
        '2019-02-30',
      ],
      [
        'a misspelt key of a dated cost',
        { tradingBps: [{ since: '2010-01', bps: 5 }] },
        'option.unknown',
        '"since"',
        'from',
      ],
      ['a dated cost that is a number', { tradingBps: [5] }, 'option.type', 'tradingBps[0]', '5'],
      ['a dated cost out of range', { tradingBps: [from('2010-01', 9999)] }, 'option.range', 'tradingBps[0]', '9999'],
      ['money per trade without money', { perTrade: 5 }, 'option.missing', '"perTrade"', 'flows: { initial'],
      [
        'impact without money',
        { impact: { volume: 'v', volatility: 0.1 } },
        'option.missing',
        '"impact"',
        'flows: { initial',
      ],
      ['negative money per trade', { perTrade: -1 }, 'option.range', '"perTrade" is -1', '0 or more'],
      ['an unknown solution', { solution: 'exact' }, 'option.range', '"exact"', "'linear', 'selfConsistent'"],
      [
        'an expense ratio in percent',
        { expenseRatios: { A: 0.75 } },
        'option.range',
        '"A" is 0.75',
        '0.0025 for 0.25 %',
      ],
      ['a negative expense ratio', { expenseRatios: { A: -0.01 } }, 'option.range', '-0.01'],
      ['an expense ratio in text', { expenseRatios: { A: '1 %' } }, 'option.type', '"1 %"'],
      ['one expense ratio for all', { expenseRatios: 0.01 }, 'option.type', '"expenseRatios"', '0.01'],
      ['an expense ratio of who is not there', { expenseRatios: { AA: 0.01 } }, 'asset.unknown', '"AA"', 'A'],
      [
        'a misspelt key of a fee',
        { expenseRatios: { A: { rate: 0.01, onTop: true } } },
        'option.unknown',
        '"onTop"',
        'onTopOfNet',
      ],
      [
        'a fee on top of nothing',
        { expenseRatios: { A: { rate: 0.01, onTopOfNet: false } } },
        'option.type',
        '"onTopOfNet" must be true',
      ],
      ['a portfolio fee in percent', { portfolioFee: 1 }, 'option.range', '"portfolioFee" is 1', '0.25 %'],
    ],
  );
});

describe('impact', () => {
  const volume = addField(flat, 'volume', {
    A: [{ knownOn: '2020-06-30', value: 5 }],
    B: [{ knownOn: '2019-06-30', value: 5 }],
  });
  const panel = addField(volume, 'none', { A: [{ knownOn: '2019-06-30', value: 0 }] });
  refuses(
    (impact) => ({ costs: { impact }, flows: { initial: 1000 } }),
    [
      [
        'a volume that is no field',
        { volume: 'volum', volatility: 0.1 },
        'field.unknown',
        '"volum"',
        'Did you mean volume',
        'addField',
      ],
      ['no volume', { volatility: 0.1 }, 'field.unknown', '"volume" is undefined'],
      [
        'a volatility that is no field',
        { volume: 'volume', volatility: 'sigma' },
        'field.unknown',
        '"volatility" is "sigma"',
      ],
      [
        'a volume that is not known on the day',
        { volume: 'volume', volatility: 0.1 },
        'field.unknown',
        '"A"',
        '2019-12-31',
        'not known',
      ],
      ['a volume of 0 on the day', { volume: 'none', volatility: 0.1 }, 'field.unknown', '"A"', '2019-12-31', 'is 0'],
      [
        'a volatility in percent',
        { volume: 'volume', volatility: 15 },
        'option.range',
        '"volatility" is 15',
        'from 0 to 1',
      ],
      [
        'a negative coefficient',
        { volume: 'volume', volatility: 0.1, coefficient: -1 },
        'option.range',
        '"coefficient" is -1',
      ],
      [
        'a negative participation',
        { volume: 'volume', volatility: 0.1, maxParticipation: -0.1 },
        'option.range',
        '-0.1',
        'share of the volume',
      ],
      ['a misspelt key', { volume: 'volume', volatility: 0.1, cap: 1 }, 'option.unknown', '"cap"', 'maxParticipation'],
    ],
    panel,
  );
});

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
      ['both amount and share', yearly({ amount: 5, share: 0.1 }), 'option.missing', '"amount"', '"share"', 'not both'],
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
      ['a negative limit', { maxWeight: -0.1 }, 'option.range', '"maxWeight" is -0.1', '0 or more'],
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
  const answering = (answer: Record<string, number>, rules: BacktestOptions['rules'] = {}) =>
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

function from(day: string, bps: number): object {
  return { from: day, bps };
}

function yearly(flow: object): object {
  return { schedule: annually(), ...flow };
}

function group(name: string, assets: readonly string[]): object {
  return { name, assets, max: 0.5 };
}
