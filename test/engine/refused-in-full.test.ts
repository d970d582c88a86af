import {
  addField,
  addIndicator,
  annually,
  asAsset,
  backtest,
  breakEvenCost,
  constantMixOf,
  defineStrategy,
  everyPeriods,
  explain,
  fixedMix,
  once,
  type BacktestOptions,
  type View,
  type Weights,
} from 'backtilt';
import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../src/core/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { years } from './by-hand.js';
import { months } from './made-panel.js';

type Row = readonly [what: string, act: () => unknown, code: ErrorCode, message: string, details?: object];

const panel = () => years({ A: [0, 0, 0], B: [0.1, 0.1, 0.1] });
const holed = () => years({ A: [0, 0, 0], B: [0, null, 0] });
const mix = () => fixedMix({ weights: { A: 0.3, B: 0.7 }, schedule: annually() });
const run = (options: BacktestOptions<'A' | 'B'> = {}, given = panel()) => backtest(given, mix(), options);

/** A strategy named S on A and B, or on what is given. */
const deciding = (decide: (view: View<string, string, string>) => unknown, more: object = {}) =>
  defineStrategy<string, string, string>({
    name: 'S',
    assets: ['A', 'B'],
    schedule: everyPeriods(1),
    decide: decide as (view: View<string, string, string>) => Weights,
    ...more,
  });
const decided = (decide: (view: View<string, string, string>) => unknown, more: object = {}, options: object = {}) =>
  backtest(panel() as never, deciding(decide, more) as never, options);

const policies =
  "Fill the hole in the data, leave the asset out, choose a window without it, or name a policy: rules: { missing: 'hold' }, 'cash' or 'renormalise'.";

/** Refuses each with its code, its whole message and its details. */
function refused(rows: readonly Row[]): void {
  it.each(rows.map(([what, act, code, message, details]) => ({ what, act, code, message, details })))(
    '$what, with $code',
    ({ act, code, message, details }) => {
      const error = expectInputError(code, [], act);
      expect(error.message).toBe(message);
      expect(error.details).toEqual(details ?? {});
    },
  );
}

describe('a result is refused that is none', () => {
  const what = 'give the result of backtest(panel, strategy).';
  const none = (given: unknown, found: string): Row => [
    found,
    () => asAsset(given as never),
    'series.invalid',
    `asAsset: found ${found}; ${what}`,
    { where: 'asAsset', found },
  ];
  refused([
    none(null, 'null'),
    none(undefined, 'undefined'),
    none('decisions', '"decisions"'),
    none({}, 'an object with keys (none)'),
    none({ decisions: [] }, 'an object with keys decisions'),
    none({ weights: () => 1 }, 'an object with keys weights'),
    none({ decisions: [], weights: 1 }, 'an object with keys decisions, weights'),
    none(
      Object.assign(() => 1, { decisions: [], weights: () => 1 }),
      'a function',
    ),
  ]);

  it('and a name that is none', () => {
    expectInputError('option.type', ['asAsset', '"name"'], () => asAsset(run(), 5 as never));
    expectInputError('option.type', ['asAsset', '"name"'], () => asAsset(run(), ''));
  });
});

describe('what a strategy does wrong is told with its name and day', () => {
  refused([
    [
      'an error inside it',
      () =>
        decided(() => {
          throw new RangeError('too far');
        }),
      'strategy.failed',
      'Strategy "S" on 2019-12-31: decide threw RangeError: too far. Mend the strategy; the error\'s cause has the stack.',
      { strategy: 'S', date: '2019-12-31' },
    ],
    [
      'what is thrown and no error',
      () =>
        decided(() => {
          // eslint-disable-next-line @typescript-eslint/only-throw-error
          throw 'enough';
        }),
      'strategy.failed',
      'Strategy "S" on 2019-12-31: decide threw enough. Mend the strategy; the error\'s cause has the stack.',
      { strategy: 'S', date: '2019-12-31' },
    ],
    [
      'an asset of the panel that is not its own',
      () => decided((view) => view.returns('B', 1), { assets: ['A'], lookback: 1 }),
      'strategy.undeclared',
      'view.returns: strategy "S" reads "B", which is not among its assets (A). Add it to "assets".',
      { asset: 'B', strategy: 'S' },
    ],
    [
      'an asset that is nowhere',
      () => decided((view) => view.totalReturn('b', 1), { lookback: 1 }),
      'asset.unknown',
      'view.totalReturn: unknown asset "b" in strategy "S". Did you mean B or A?',
      { asset: 'b', strategy: 'S' },
    ],
    [
      'more periods than it declares',
      () => decided((view) => view.totalReturn('A', 2), { lookback: 1 }),
      'strategy.lookback',
      'view.totalReturn: asked for 2 periods, but strategy "S" declares lookback 1. Raise "lookback" to 2.',
      { periods: 2, lookback: 1, strategy: 'S' },
    ],
    [
      'a period without a lookback',
      () => decided((view) => view.returns('A', 1)),
      'strategy.lookback',
      'view.returns: asked for 1 periods, but strategy "S" declares lookback 0. Raise "lookback" to 1.',
      { periods: 1, lookback: 0, strategy: 'S' },
    ],
    [
      'a field that it does not declare',
      () => decided((view) => view.field('size')),
      'strategy.undeclared',
      'view.field: strategy "S" reads "size" without declaring it. Add it to "fields": [\'size\'].',
      { name: 'size', strategy: 'S' },
    ],
    [
      'an indicator that it does not declare',
      () => decided((view) => view.indicator('cpi')),
      'strategy.undeclared',
      'view.indicator: strategy "S" reads "cpi" without declaring it. Add it to "indicators": [\'cpi\'].',
      { name: 'cpi', strategy: 'S' },
    ],
    [
      'the history of one, beside one that it does declare',
      () =>
        backtest(
          addIndicator(panel(), 'rate', [{ knownOn: '2019-12-01', value: 1 }]) as never,
          deciding((view) => view.indicatorHistory('cpi', 1), { indicators: ['rate'], lookback: 1 }) as never,
        ),
      'strategy.undeclared',
      'view.indicatorHistory: strategy "S" reads "cpi" without declaring it. Add it to "indicators": [\'rate\', \'cpi\'].',
      { name: 'cpi', strategy: 'S' },
    ],
  ]);

  it('with what was thrown as its cause', () => {
    const thrown = new RangeError('too far');
    const error = expectInputError('strategy.failed', [], () =>
      decided(() => {
        throw thrown;
      }),
    );
    expect(error.cause).toBe(thrown);
  });
});

describe('what is not there is told with its row and day', () => {
  const late = () => addField(panel(), 'size', { A: [{ knownOn: '2023-01-01', value: 1 }] });
  refused([
    [
      'a hole that is held',
      () => run({}, holed()),
      'returns.hole',
      `backtest: strategy "${mix().name}" holds "B" in row 1 (2021-12-31), where it has no return although it is listed before and after. ${policies}`,
      { asset: 'B', row: 1, date: '2021-12-31' },
    ],
    [
      'a hole on the day of a trade',
      () =>
        backtest(holed() as never, deciding(({ asOf }) => (asOf === '2020-12-31' ? { B: 1 } : { A: 1 })) as never, {
          executionLag: 1,
        }),
      'returns.hole',
      `backtest: strategy "S" is due to trade "B" in row 1 (2021-12-31), where it has no return and so no price. ${policies}`,
      { asset: 'B', row: 1, date: '2021-12-31' },
    ],
    [
      'cash without a return',
      () =>
        backtest(years({ A: [0, 0, 0], Bill: [0, null, 0] }), fixedMix({ weights: { A: 0.75 }, schedule: once() }), {
          cash: 'Bill',
        }),
      'cash.missing',
      'backtest: 25.00 % of wealth is in cash in row 1 (2021-12-31), but "Bill" has no return there. Use a cash series that covers it, such as usTreasuryBill(), or a later window.',
      { row: 1, date: '2021-12-31', cash: 'Bill', share: 0.25 },
    ],
    [
      'a rate of debt without a return',
      () =>
        backtest(
          years({ A: [0, 0, 0], Bill: [0, null, 0] }),
          defineStrategy({ name: 'S', assets: ['A'], schedule: once(), decide: () => ({ A: 1.5 }) }),
          { cash: 'Bill', rules: { leverage: { max: 2, borrowSpread: 0, shortFee: 0 } } },
        ),
      'cash.missing',
      'backtest: 50.00 % of wealth is owed in row 1 (2021-12-31), but "Bill" has no return there. Use a cash series that covers it, such as usTreasuryBill(), or a later window.',
      { row: 1, date: '2021-12-31', cash: 'Bill', share: -0.5 },
    ],
    [
      'a lookback that leaves nothing',
      () => decided(() => ({ A: 1 }), { lookback: 3 }),
      'strategy.lookback',
      'backtest, strategy "S": lookback 3 needs 3 rows before the first decision, but only 3 rows (2020-12-31 to 2022-12-31) are there, and one more must follow. Lower "lookback" or bring more data.',
      { lookback: 3, rows: 3 },
    ],
    [
      'a field that the panel does not have',
      () => backtest(late() as never, deciding(() => ({ A: 1 }), { fields: ['sise'] }) as never),
      'field.unknown',
      'backtest, strategy "S": "fields" names "sise", which the panel does not have. Did you mean size? Add it with addField(panel, "sise", …).',
      { field: 'sise', known: ['size'] },
    ],
    [
      'an indicator that the panel does not have',
      () =>
        backtest(
          addIndicator(panel(), 'rate', [{ knownOn: '2019-12-01', value: 1 }]) as never,
          deciding(() => ({ A: 1 }), { indicators: ['rat'] }) as never,
        ),
      'indicator.unknown',
      'backtest, strategy "S": "indicators" names "rat", which the panel does not have. Did you mean rate? Add it with addIndicator(panel, "rat", …).',
      { indicator: 'rat', known: ['rate'] },
    ],
    [
      'a field that is known too late',
      () => backtest(late() as never, deciding(() => ({ A: 1 }), { fields: ['size'] }) as never),
      'panel.empty-window',
      'backtest, strategy "S": the fields size are never all known between 2019-12-31 and 2022-12-31. Check the "knownOn" days of the facts.',
    ],
    [
      'a window before the data, given as far as it is',
      () => backtest(years({ A: [null, 0, 0], B: [0, 0, null] }), mix(), { window: { to: '2020-12' } }),
      'panel.empty-window',
      `backtest, strategy "${mix().name}": no row from the start to 2020-12 on which all its assets are listed; they are from 2021-12-31 to 2021-12-31.`,
      { to: '2020-12' },
    ],
    [
      'a window after the data',
      () => backtest(years({ A: [null, 0, 0], B: [0, 0, null] }), mix(), { window: { from: '2022-12' } }),
      'panel.empty-window',
      `backtest, strategy "${mix().name}": no row from 2022-12 to the end on which all its assets are listed; they are from 2021-12-31 to 2021-12-31.`,
      { from: '2022-12' },
    ],
  ]);
});

describe('what is asked of a result is told with what it has', () => {
  refused([
    [
      'weights of an asset that it does not have',
      () => run().weights('C' as 'A'),
      'asset.unknown',
      `result.weights: strategy "${mix().name}" has no asset "C". Did you mean A or B?`,
      { asset: 'C' },
    ],
    [
      'contributions of one',
      () => run().contributions('C' as 'A'),
      'asset.unknown',
      `result.contributions: strategy "${mix().name}" has no asset "C". Did you mean A or B?`,
      { asset: 'C' },
    ],
    [
      'the mix of a run that was all cash',
      () => constantMixOf(decided(() => ({}))),
      'strategy.invalid',
      'constantMixOf: "S" was all cash in every row; there is no exposure to hold.',
      { of: 'S' },
    ],
    [
      'an explanation of a day after it',
      () => explain(run(), '2023-12-31'),
      'option.range',
      `explain: 2023-12-31 is outside the rows of "${mix().name}", which go from 2019-12-31 (its base) to 2022-12-31. Give a day in between.`,
      { date: '2023-12-31', from: '2019-12-31', to: '2022-12-31' },
    ],
    [
      'a break-even cost of a trading cost',
      () => breakEvenCost(panel(), mix(), { benchmark: 'A', costs: { tradingBps: 5 } as object }),
      'option.range',
      'breakEvenCost: "costs.tradingBps" is 5, but the trading cost is what is asked for. Leave it out.',
      { where: 'breakEvenCost', option: 'costs.tradingBps' },
    ],
  ]);
});

describe('options that name what is not there', () => {
  refused([
    [
      'a cost of an unknown asset',
      () => run({ costs: { tradingBps: { A: 1, B: 1, AA: 1 } as never } }),
      'asset.unknown',
      'backtest, costs.tradingBps: the panel has no asset "AA". Did you mean A?',
      { asset: 'AA' },
    ],
    [
      'an asset without its cost',
      () => run({ costs: { tradingBps: { A: 1 } } }),
      'option.missing',
      'backtest, costs.tradingBps: no cost for "B" (found undefined). Give one for each asset; 0 if it is free.',
      { asset: 'B' },
    ],
    [
      'costs without a cost',
      () => run({ costs: {} }),
      'option.missing',
      'backtest: "costs" is empty; give { tradingBps: 5 }, or leave "costs" out for free trading.',
    ],
    [
      'money per trade without money',
      () => run({ costs: { perTrade: 1 } }),
      'option.missing',
      'backtest, costs: "perTrade" is about money, so say how much there is: flows: { initial: 100_000 }.',
      { option: 'perTrade' },
    ],
    [
      'impact without money',
      () => run({ costs: { impact: { volume: 'v', volatility: 0.1 } } }),
      'option.missing',
      'backtest, costs: "impact" is about money, so say how much there is: flows: { initial: 100_000 }.',
      { option: 'impact' },
    ],
    [
      'a volume that is no field',
      () => run({ flows: { initial: 1 }, costs: { impact: { volume: 'v', volatility: 0.1 } } }),
      'field.unknown',
      'backtest, costs.impact: "volume" is "v", which is not a field of the panel. Known: none. Add it with addField(panel, …).',
      { option: 'volume' },
    ],
  ]);
});

describe('flows that cannot be', () => {
  const contributing = (contributions: object) => () =>
    run({ flows: { initial: 10, contributions: contributions as never } });
  const place = 'backtest, flows.contributions';
  const schedule = annually();
  const known = () =>
    addIndicator(panel(), 'cpi', [
      { knownOn: '2019-12-01', value: 100 },
      { knownOn: '2021-12-01', value: -1 },
    ]);
  refused([
    [
      'neither money nor a share',
      contributing({ schedule }),
      'option.missing',
      `${place}: give either "amount" (money) or "share" (a fraction of wealth, such as 0.04).`,
    ],
    [
      'both, in the second of two',
      contributing([
        { amount: 1, schedule },
        { amount: 1, share: 0.1, schedule },
      ]),
      'option.range',
      `${place}[1]: give either "amount" (money) or "share" (a fraction of wealth, such as 0.04), not both.`,
    ],
    [
      'a share that grows',
      contributing({ share: 0.1, schedule, inflation: 0.02 }),
      'option.range',
      `${place}: "inflation" is for an amount; a share of wealth grows by itself.`,
    ],
    [
      'an indicator that is none',
      contributing({ amount: 1, schedule, inflation: 'cpi' }),
      'indicator.unknown',
      `${place}: "inflation" names "cpi", which is not an indicator of the panel. Known: none. Add it with addIndicator(panel, "cpi", …).`,
      { indicator: 'cpi' },
    ],
    [
      'a price level below 0',
      () =>
        backtest(known(), mix(), { flows: { initial: 10, contributions: { amount: 1, schedule, inflation: 'cpi' } } }),
      'option.range',
      `${place}: "inflation" is "cpi", which is 100 on 2019-12-31 and -1 on 2021-12-31; it must be a price level above 0, known on both days.`,
      { indicator: 'cpi' },
    ],
    [
      'bounds that exclude each other',
      contributing({ amount: 1, schedule, from: '2022-12', to: '2021-12' }),
      'option.range',
      `${place}: "from" (2022-12) is later than "to" (2021-12); the flow would never fall.`,
    ],
    [
      'once at an end',
      contributing({ amount: 1, schedule: once() }),
      'option.range',
      `${place}: once() is the base, and a flow at the end of a period falls after it, so this one would never fall. Give at: 'start', or days: schedule: ['2020-12-31'].`,
    ],
    [
      'no day',
      contributing({ amount: 1, schedule: [] }),
      'option.range',
      `${place}: "schedule" is an empty list; the flow would never fall. Give days, or leave the flow out.`,
    ],
    [
      'a day after the run',
      contributing({ amount: 1, schedule: ['2021-12-31', '2023-12-31'] }),
      'option.range',
      `${place}: schedule[1] is "2023-12-31", which is outside the run: a flow at the end of a period may fall from 2020-12-31 to 2022-12-31.`,
      { found: '2023-12-31' },
    ],
    [
      'the last day, at its start',
      contributing({ amount: 1, schedule: ['2022-12-31'], at: 'start' }),
      'option.range',
      `${place}: schedule[0] is "2022-12-31", which is outside the run: a flow at the start of a period may fall from 2019-12-31 to 2021-12-31.`,
      { found: '2022-12-31' },
    ],
    [
      'a day before its own beginning',
      contributing({ amount: 1, schedule: ['2020-12-31'], from: '2021-01' }),
      'option.range',
      `${place}: schedule[0] is "2020-12-31", which is outside the "from" and "to" of this flow (2021-01 to the end).`,
      { found: '2020-12-31' },
    ],
    [
      'a day after its own end',
      contributing({ amount: 1, schedule: ['2022-12-31'], to: '2021-12' }),
      'option.range',
      `${place}: schedule[0] is "2022-12-31", which is outside the "from" and "to" of this flow (the start to 2021-12).`,
      { found: '2022-12-31' },
    ],
    [
      'a withdrawal that takes all at the start',
      () => run({ flows: { initial: 10, withdrawals: { amount: 10, schedule: once(), at: 'start' } } }),
      'option.range',
      'backtest: nothing is left after the first day, 2019-12-31: a withdrawal takes all that there is. Raise "flows.initial".',
    ],
    [
      'a purchase that costs all',
      () => run({ flows: { initial: 10 }, costs: { perTrade: 5 } }),
      'option.range',
      'backtest: nothing is left after the first day, 2019-12-31: the first purchase costs all that there is. Raise "flows.initial".',
    ],
  ]);
});

describe('an asset as cash', () => {
  it('is a name or a series, and a series on the rows of the panel', () => {
    const cash = (given: unknown) => () => run({ cash: given as 'A' });
    expectInputError('series.invalid', ['backtest: "cash"'], cash(5));
    expectInputError('asset.unknown', ['backtest, cash'], cash('AA'));
    expectInputError('calendar.mismatch', ['backtest, cash'], cash(months({ Bill: [0, 0] }).returns('Bill')));
  });
});
