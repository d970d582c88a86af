import {
  addField,
  annually,
  backtest,
  explain,
  fixedMix,
  monthly,
  once,
  resultTable,
  type BacktestResult,
} from 'backtilt';
import { describe, expect, it } from 'vitest';
import { fromDays, years } from './by-hand.js';

const said = (result: BacktestResult, date: string): readonly string[] => explain(result, date).sentences;
const lines = (shown: unknown): string[] =>
  String(shown)
    .split('\n')
    .map((line) => line.trimEnd());
const switching = () => fromDays(['A', 'B'], { '2019-12-31': { A: 1 }, '2020-12-31': { A: 0.4, B: 0.5 } });
const panel = () => years({ A: [0.1, 0, 0], B: [0, 0, 0] });

describe('the table of a day', () => {
  it('of a trade has what was held before and after it and what was bought, in units of the wealth at the start', () => {
    expect(lines(explain(backtest(panel(), switching()), '2020-12-31').table)).toEqual([
      'By days, 2020-12-31',
      '      Before the trades  After the trades     Bought',
      '----  -----------------  ----------------  ---------',
      'A              100.00 %           40.00 %  -0.660000',
      'B                0.00 %           50.00 %   0.550000',
      'Cash             0.00 %           10.00 %          –',
      'Weights are of wealth.',
      'Money in units of the wealth at the start of the run.',
    ]);
  });

  it('has two decimals of money from 100 on, and six below', () => {
    const bought = (initial: number): string =>
      lines(explain(backtest(panel(), switching(), { flows: { initial } }), '2020-12-31').table)[4]!;
    expect(bought(100)).toMatch(/ 55\.00$/);
    expect(bought(99)).toMatch(/ 54\.450000$/);
    const told = lines(explain(backtest(panel(), switching(), { flows: { initial: 100 } }), '2020-12-31').table);
    expect(told.at(-1)).toBe('Weights are of wealth.');
  });

  it('without a trade has the period, and what each asset contributed to it', () => {
    expect(
      lines(explain(backtest(panel(), fixedMix({ weights: { A: 0.5 }, schedule: once() })), '2020-12').table),
    ).toEqual([
      'Fixed mix 50 % A, 2020-12-31',
      '      At the start of the period  At its end  Contributed to its return',
      '----  --------------------------  ----------  -------------------------',
      'A                        50.00 %     52.38 %                     5.00 %',
      'Cash                     50.00 %     47.62 %                          –',
      'Weights are of wealth.',
    ]);
  });

  it('shows the thirty largest', () => {
    const day = (count: number) => {
      const names = Array.from({ length: count }, (_, index) => `F${index}`);
      const weights = Object.fromEntries(names.map((name, index) => [name, (index + 1) / 1000]));
      const mix = { ...fixedMix({ weights, schedule: once() }), name: 'All' };
      return backtest(years(Object.fromEntries(names.map((name) => [name, [0]]))), mix);
    };
    const many = lines(explain(day(31), '2019-12-31').table);
    expect(many[3]).toMatch(/^F30 /);
    expect(many[32]).toMatch(/^F1 /);
    expect(many[33]).toMatch(/^Cash /);
    expect(many).toContain('The 30 largest of 31 assets; cash is what all of them leave.');
    expect(lines(explain(day(30), '2019-12-31').table).join('\n')).not.toContain('largest of');
    // A sentence names eight.
    expect(said(day(9), '2019-12-31')[1]).toBe(
      'The strategy answered: F8 0.90 %, F7 0.80 %, F6 0.70 %, F5 0.60 %, F4 0.50 %, F3 0.40 %, F2 0.30 %, F1 0.20 % and 2 more.',
    );
    expect(said(day(7), '2019-12-31')[1]).toBe(
      'The strategy answered: F6 0.70 %, F5 0.60 %, F4 0.50 %, F3 0.40 %, F2 0.30 %, F1 0.20 %, F0 0.10 %, cash 97.20 %.',
    );
  });
});

describe('what is said of a trade', () => {
  it('is what was bought and sold, in money and in weights, and what it cost', () => {
    const result = backtest(panel(), switching(), { costs: { tradingBps: 100 }, flows: { initial: 100 } });
    // 99 become 108.9: 60 % of them are sold and 50 % bought, for 1 % of 1.1.
    expect(said(result, '2020-12-31')).toEqual([
      'Decided on this day and traded at its close (decides every period).',
      'The strategy answered: B 50.00 %, A 40.00 %, cash 10.00 %.',
      'Held before the trade: A 100.00 %.',
      'It bought B for 54.45 (0.00 % to 50.00 %); sold A for 65.34 (100.00 % to 40.00 %).',
      'Held after the trade: B 50.00 %, A 40.00 %, cash 10.00 %.',
      'One-way turnover: 60.00 %; the trade cost 1.1000 % of wealth.',
      'The period that ended on it returned 10.00 % before costs and 7.70 % after. Of the wealth there was, it cost: trading 2.0890 % with the trades at the base.',
    ]);
  });

  it.each([
    [
      'holdings',
      { maxHoldings: 1 },
      'Only the 1 largest weights were kept (maxHoldings): A 40.00 % answered, 0.00 % held.',
    ],
    ['a weight', { maxWeight: 0.45 }, 'A weight was above its limit (maxWeight): B 50.00 % answered, 45.00 % held.'],
    [
      'a group',
      { groups: [{ name: 'X', assets: ['B'], max: 0.3 }] },
      'The group "X" was above its limit of 30.00 %: B 50.00 % answered, 30.00 % held.',
    ],
    [
      'turnover',
      { maxTurnover: 0.3 },
      'The trade stopped short at a one-way turnover of 30.00 % (maxTurnover): A 40.00 % answered, 70.00 % held, B 50.00 % answered, 25.00 % held.',
    ],
    [
      'small trades',
      { minTrade: 0.55 },
      'A change smaller than 55.00 % was not made (minTrade): B 50.00 % answered, 0.00 % held.',
    ],
  ] as const)('names the limit of %s, what was answered and what is held', (_, rules, sentence) => {
    expect(said(backtest(panel(), switching(), { rules: rules }), '2020-12-31')).toContain(sentence);
  });

  it('names the participation, and the purchases that had to be scaled down', () => {
    const thin = addField(years({ A: [0, 0], B: [0, 0] }), 'volume', {
      A: [
        { knownOn: '2019-12-31', value: 4000 },
        { knownOn: '2020-12-31', value: 800 },
      ],
      B: [{ knownOn: '2019-12-31', value: 40_000 }],
    });
    const strategy = fromDays(['A', 'B'], { '2019-12-31': { A: 1 }, '2020-12-31': { B: 1 } });
    const impact = { volume: 'volume', volatility: 0, maxParticipation: 0.25 };
    const result = backtest(thin, strategy, { costs: { impact }, flows: { initial: 1000 } });
    expect(said(result, '2020-12-31').slice(3, 5)).toEqual([
      'The trade was held to 25.00 % of the volume (maxParticipation): A 0.00 % answered, 80.00 % held.',
      'Purchases were scaled down to what could be paid for: B 100.00 % answered, 20.00 % held.',
    ]);
  });
});

describe('what is said of a day without a trade', () => {
  it('is the trades before and after, what was held, and what it earned', () => {
    const result = backtest(years({ A: [0.1, 0, 0, 0] }), fixedMix({ weights: { A: 0.5 }, schedule: once() }));
    expect(said(result, '2020-12-31')).toEqual([
      'No trade on this day: decides once, at the start; the last trade before it was on 2019-12-31 (decision), none after it.',
      'Held in the period from 2019-12-31 to it, at its start: A 50.00 %, cash 50.00 %.',
      'The period that ended on it returned 5.00 % before costs and 5.00 % after: it cost nothing.',
    ]);
    const late = backtest(years({ A: [0, 0, 0] }), fixedMix({ weights: { A: 1 }, schedule: annually() }), {
      executionLag: 1,
    });
    expect(said(late, '2019-12-31')).toEqual([
      'No trade on this day: decides annually in December; the result has no trade before it, the next one on 2020-12-31 (decision).',
      'The strategy decided on this day: A 100.00 %; traded on 2020-12-31.',
    ]);
  });
});

describe('the tables of decisions and trades', () => {
  it('have a line for each, rules and days that are not there among them', () => {
    const result = backtest(panel(), switching(), {
      executionLag: 2,
      costs: { tradingBps: 100 },
      rules: { groups: [{ name: 'X', assets: ['A'], max: 0.6 }], maxHoldings: 1 },
    });
    const decisions = [...resultTable(result, 'decisions')];
    expect(decisions[0]).toEqual({
      decidedOn: '2019-12-31',
      tradedOn: '2021-12-31',
      turnover: 0.6,
      cost: 0.006,
      bound: 'group X (A)',
      'target A': 1,
      'weight A': 0.6,
      'target B': 0,
      'weight B': 0,
    });
    expect(decisions[1]).toMatchObject({ tradedOn: null, 'target A': 0.4, 'weight A': null, 'target B': 0.5 });
    expect(lines(resultTable(result, 'decisions')).join(' ').replaceAll(/\s+/g, ' ')).toContain(
      'Turnover is one-way, cost a fraction of the wealth before the trade; weights are those after it.',
    );
    expect([...resultTable(result, 'trades')]).toEqual([
      { date: '2021-12-31', reason: 'decision', asset: 'A', from: 0, to: 0.6, amount: 0.6 },
    ]);
    expect(lines(resultTable(result, 'trades')).at(-1)).toBe(
      'From and to are weights before and after; what was sold has an amount below 0.',
    );
    expect(
      lines(resultTable(backtest(panel(), fixedMix({ weights: { A: 1 }, schedule: monthly() })), 'trades'))[3],
    ).toMatch(/^2019-12-31 +decision +A +0\.00 % +100\.00 % +1\.000000$/);
  });
});
