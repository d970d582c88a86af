import {
  addField,
  annually,
  atMost,
  backtest,
  bottomFraction,
  compositeRank,
  monthly,
  rankedPortfolio,
  screenedPortfolio,
  topCount,
  topFraction,
  weighBy,
  weighByRank,
  type RankedPortfolioOptions,
} from 'backtilt';
import { frenchSizeValueProfitability } from 'backtilt/data';
import { describe, expect, it } from 'vitest';
import { months } from '../engine/made-panel.js';
import { expectInputError } from '../support/expect-input-error.js';

const french = frenchSizeValueProfitability();
const cheapAndProfitable = compositeRank([
  { field: 'valueRank', best: 'largest' },
  { field: 'profitabilityRank', best: 'largest' },
]);
const base = { name: 'p', weighting: weighBy('marketCap'), schedule: annually({ month: 6 }) } as const;

describe('rankedPortfolio is a screened portfolio that ends in a rank', () => {
  it('of a number of names', () => {
    const ranked = rankedPortfolio({
      ...base,
      rank: cheapAndProfitable,
      count: 3,
      keep: 6,
      screens: [atMost('sizeRank', 1)],
    });
    const screened = screenedPortfolio({
      ...base,
      screens: [atMost('sizeRank', 1), topCount(cheapAndProfitable, 3, { keep: 6 })],
    });
    expect(ranked.params).toEqual(screened.params);
    expect(ranked.fields).toEqual(['sizeRank', 'valueRank', 'profitabilityRank', 'marketCap']);
    expect(backtest(french, ranked).values).toEqual(backtest(french, screened).values);
  });

  it('a buffer does nothing where ranks never change: those of the French portfolios', () => {
    const made = (keep?: number) =>
      backtest(
        french,
        rankedPortfolio({ ...base, rank: cheapAndProfitable, count: 3, keep, screens: [atMost('sizeRank', 1)] }),
      );
    const [plain, buffered] = [made(), made(6)];
    expect(plain.decisions.length).toBeGreaterThan(50);
    expect(buffered.values).toEqual(plain.values);
  });

  it('or of a share of them, by a field or a score', () => {
    const ranked = rankedPortfolio({ ...base, rank: 'valueRank', fraction: 0.25 });
    expect(ranked.params).toEqual({ screens: [topFraction('valueRank', 0.25)], weighting: weighBy('marketCap') });
    const buffered = rankedPortfolio({ ...base, rank: 'valueRank', fraction: 0.25, keep: 0.5 });
    expect(buffered.params).toEqual({
      screens: [topFraction('valueRank', 0.25, { keep: 0.5 })],
      weighting: weighBy('marketCap'),
    });
  });

  it('a field’s largest values are the best', () => {
    const panel = addField(months({ A: [0, 0], B: [0, 0], C: [0, 0] }), 'x', {
      A: [{ knownOn: '2019-12-31', value: 2 }],
      B: [{ knownOn: '2019-12-31', value: 3 }],
      C: [{ knownOn: '2019-12-31', value: 1 }],
    });
    const held = (rank: Parameters<typeof rankedPortfolio<'x', 'x'>>[0]['rank']): object =>
      backtest(
        panel,
        rankedPortfolio<'x', 'x'>({
          ...base,
          rank,
          count: 2,
          weighting: weighByRank('x', { best: 'largest' }),
          schedule: monthly(),
        }),
      ).decisions[0]!.target;
    // Of the two that are left the better has 2 of 3 shares.
    expect(held('x')).toEqual({ A: 1 / 3, B: 2 / 3 });
    expect(held(compositeRank([{ field: 'x', best: 'smallest' }]))).toEqual({ A: 2 / 3, C: 1 / 3 });
  });

  it('one asset alone is held whole, and with nothing eligible everything is cash', () => {
    const one = rankedPortfolio({ ...base, weighting: weighBy('equal'), rank: 'x', count: 5, schedule: monthly() });
    const single = addField(months({ A: [0.01, 0.01] }), 'x', { A: [{ knownOn: '2019-12-31', value: -1 }] });
    expect(backtest(single, one).decisions[0]!.target).toEqual({ A: 1 });
    const none = rankedPortfolio({
      ...base,
      weighting: weighBy('equal'),
      rank: 'x',
      count: 5,
      schedule: monthly(),
      screens: [atMost('x', -2)],
    });
    const result = backtest(single, none);
    expect(result.decisions[0]!.target).toEqual({});
    expect([...result.values]).toEqual([0, 0]);
  });

  it('claim C4, joined: the cheap and profitable small portfolios are the three whose ranks sum to the most', () => {
    const joint = rankedPortfolio({
      ...base,
      rank: cheapAndProfitable,
      count: 3,
      screens: [bottomFraction('sizeRank', 0.5)],
    });
    const result = backtest(french, joint);
    // 4 × 4 cells: value and profitability 4 + 4, 3 + 4 and 4 + 3 lead, the three with 6 follow.
    for (const { target } of result.decisions) {
      expect(Object.keys(target).sort()).toEqual(['ME1 BM3 OP4', 'ME1 BM4 OP3', 'SMALL HiBM HiOP']);
    }
    // Weighted by market cap, so the first month is the mean of their returns in proportion to the target.
    const [first] = result.decisions;
    const row = (asset: string): number => {
      const { calendar, values } = french.returns(asset as (typeof french.assets)[number]);
      const found = Array.from({ length: calendar.length }, (_, at) => at).find(
        (at) => calendar.date(at) === result.calendar.date(0),
      );
      return values[found!]!;
    };
    const mean = Object.entries<number>(first!.target).reduce((sum, [asset, weight]) => sum + weight * row(asset), 0);
    expect(result.values[0]).toBeCloseTo(mean, 12);
  });
});

describe('rankedPortfolio refuses', () => {
  const bad = (part: object) => () =>
    rankedPortfolio({ ...base, rank: 'x', count: 5, ...part } as unknown as RankedPortfolioOptions<'x'>);
  it.each([
    ['neither a count nor a fraction', bad({ count: undefined }), 'option.missing', ['"p"', '"count"', '"fraction"']],
    ['both', bad({ fraction: 0.2 }), 'option.missing', ['not both']],
    ['a fraction in percent', bad({ count: undefined, fraction: 20 }), 'option.range', ['20', 'such as 0.5']],
    ['a count of 0', bad({ count: 0 }), 'option.range', ['"count"', '0']],
    ['a narrower buffer', bad({ keep: 3 }), 'option.range', ['"keep"', '3', '5']],
    [
      'a buffer in the other unit',
      bad({ count: undefined, fraction: 0.2, keep: 40 }),
      'option.range',
      ['"keep"', '40', '0.2'],
    ],
    ['half a name as a buffer', bad({ keep: 7.5 }), 'option.range', ['"keep"', '7.5', 'whole']],
    ['no rank', bad({ rank: undefined }), 'option.type', ['"rank"', 'undefined']],
    ['a list of fields as a rank', bad({ rank: ['a', 'b'] }), 'option.type', ['"rank"']],
    ['no name', bad({ name: '' }), 'option.type', ['"name"']],
    ['no weighting', bad({ weighting: undefined }), 'screen.invalid', ['weighBy']],
    ['a screen that is none', bad({ screens: ['x'] }), 'screen.invalid', ['"x"']],
    ['a misspelt option', bad({ kep: 8 }), 'option.unknown', ['"kep"', 'keep']],
    ['a schedule that was not called', bad({ schedule: monthly }), 'schedule.invalid', ['monthly()']],
    [
      'no options',
      () => rankedPortfolio(undefined as unknown as RankedPortfolioOptions<'x'>),
      'option.type',
      ['undefined'],
    ],
  ] as const)('%s', (_, act, code, facts) => {
    expectInputError(code, facts, act);
  });
});
