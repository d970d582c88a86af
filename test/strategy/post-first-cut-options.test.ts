import {
  addIndicator,
  backtest,
  firstCuts,
  monthsSince,
  postFirstCutRotation,
  recessionLinked,
  recessions,
  type Observation,
  type Panel,
} from 'backtilt';
import { usFunds, usPolicyRate, usRecessions } from 'backtilt/data';
import { describe, expect, it } from 'vitest';
import { months } from '../engine/made-panel.js';
import { expectInputError } from '../support/expect-input-error.js';

/** Ten months from January 2020 on; one cut known on 2020-01-15. */
const flat = Array.from({ length: 10 }, () => 0);
const cut = monthsSince([{ date: '2020-01-15', knownOn: '2020-01-15' }]);
const panel = addIndicator(months({ Big: flat, Small: flat }), 'cut', cut);
const ends = (rows: readonly (readonly [string, number])[]): Observation[] =>
  rows.map(([knownOn, value]) => ({ knownOn: knownOn as '2020-01-31', value }));

/** One letter for each month end from December 2019 on: S where small caps are held. */
const held = <Indicator extends string>(
  on: Panel<'Big' | 'Small', never, Indicator>,
  options: Omit<
    Parameters<typeof postFirstCutRotation<'Big', 'Small', 'cut', Indicator>>[0],
    'base' | 'into' | 'since'
  >,
): string => {
  const strategy = postFirstCutRotation({ base: 'Big', into: 'Small', since: 'cut', ...options } as never);
  const { decisions } = backtest(on, strategy as never) as unknown as { decisions: { target: { Small?: number } }[] };
  return decisions.map(({ target }) => (target.Small === 1 ? 'S' : '.')).join('');
};

describe('a post-first-cut rotation', () => {
  it('waits the months that it is told to, and then holds as long as ever', () => {
    // Decisions of December (no cut known), January (0), February (1) …
    expect(held(panel, { holdMonths: 3 })).toBe('.SSS......');
    expect(held(panel, { holdMonths: 3, delayMonths: 2 })).toBe('...SSS....');
    expect(held(panel, { holdMonths: 3, delayMonths: 0 })).toBe(held(panel, { holdMonths: 3 }));
  });

  it('holds only while a condition is true, and comes back with it; unknown is not true', () => {
    const slump = addIndicator(
      panel,
      'slump',
      ends([
        ['2020-02-10', 1],
        ['2020-04-10', 0],
        ['2020-05-10', 1],
      ]),
    );
    expect(held(slump, { holdMonths: 6, onlyWhile: { indicator: 'slump', above: 0.5 } })).toBe('..SS.SS...');
  });

  it('leaves while an exit condition is true; unknown is not true', () => {
    const dear = addIndicator(
      panel,
      'dear',
      ends([
        ['2020-03-10', 0.9],
        ['2020-05-10', 0.2],
      ]),
    );
    expect(held(dear, { holdMonths: 6, exit: { indicator: 'dear', above: 0.8 } })).toBe('.SS..SS...');
    expect(held(dear, { holdMonths: 6, exit: { indicator: 'dear', below: 0.5 } })).toBe('.SSSS.....');
  });

  it('leaves for good at an event that comes in a later month than the cut', () => {
    const hike = (day: string) =>
      addIndicator(panel, 'hike', monthsSince([{ date: day as '2020-03-20', knownOn: day as '2020-03-20' }]));
    expect(held(hike('2020-03-20'), { holdMonths: 6, exit: { since: 'hike' } })).toBe('.SS.......');
    // Before the cut, or in its month: it has been answered already.
    expect(held(hike('2019-12-20'), { holdMonths: 6, exit: { since: 'hike' } })).toBe('.SSSSSS...');
    expect(held(hike('2020-01-20'), { holdMonths: 6, exit: { since: 'hike' } })).toBe('.SSSSSS...');
  });

  it('without the new options is what it was: its name and its parameters', () => {
    const plain = postFirstCutRotation({ base: 'SPY', into: 'IWM', since: 'since' });
    expect(plain.name).toBe('Post-first-cut rotation, SPY into IWM for 12 months');
    expect(plain.params).toEqual({ base: 'SPY', into: 'IWM', since: 'since', holdMonths: 12 });
    expect(plain.indicators).toEqual(['since']);
  });

  it('prints what it was told', () => {
    const told = postFirstCutRotation({
      base: 'SPY',
      into: 'IWM',
      since: 'since',
      delayMonths: 1,
      onlyWhile: { indicator: 'recession', above: 0.5 },
      exit: { since: 'hike' },
    });
    expect(told.name).toBe(
      'Post-first-cut rotation, SPY into IWM for 12 months after 1, only while recession above 0.5, until hike',
    );
    expect(told.params).toMatchObject({
      delayMonths: 1,
      onlyWhile: { indicator: 'recession' },
      exit: { since: 'hike' },
    });
    expect(told.indicators).toEqual(['since', 'recession', 'hike']);
  });

  it('on an announced recession enters the peaks that were announced within its time', () => {
    // NBER, announcements of peaks: 2001-11-26 (10 months after the cut of January 2001), 2008-12-01 (15 after that of September 2007) and
    // 2020-06-08 (11 after that of July 2019).
    const cuts = firstCuts(usPolicyRate());
    const known = addIndicator(
      addIndicator(usFunds(), 'cut', monthsSince(cuts)),
      'recession',
      recessions(usRecessions(), { known: 'announced' }),
    );
    const result = backtest(
      known,
      postFirstCutRotation({
        base: 'SPY',
        into: 'IWM',
        since: 'cut',
        holdMonths: 24,
        onlyWhile: { indicator: 'recession', above: 0.5 },
      }),
    );
    const first = result.decisions.filter(
      ({ target }, index) => target.IWM === 1 && result.decisions[index - 1]?.target.IWM !== 1,
    );
    expect(first.map(({ decidedOn }) => decidedOn)).toEqual(['2001-11-30', '2008-12-31', '2020-06-30']);
    expect(result.usesHindsight).toBe(false);
  });

  it('on recession-linked cuts is marked: nobody knew at the time', () => {
    const linked = recessionLinked(firstCuts(usPolicyRate()), usRecessions(), { known: 'hindsight', keep: 'linked' });
    const marked = addIndicator(usFunds(), 'sinceLinkedCut', monthsSince(linked));
    const result = backtest(marked, postFirstCutRotation({ base: 'SPY', into: 'IWM', since: 'sinceLinkedCut' }));
    expect(result.usesHindsight).toBe(true);
    expect(result.warnings.join(' ')).toContain('hindsight');
    expect(result.settings.params['since']).toBe('sinceLinkedCut');
    // 2001-01, 2007-09 and 2019-07: twelve months each.
    expect(result.decisions.filter(({ target }) => target.IWM === 1)).toHaveLength(36);
  });

  it.each([
    [{ delayMonths: -1 }, 'option.range', ['"delayMonths"', '-1']],
    [{ delayMonths: 1.5 }, 'option.range', ['1.5', 'whole']],
    [{ onlyWhile: { indicator: 'x' } }, 'option.missing', ['onlyWhile', '"above"']],
    [{ onlyWhile: { above: 1 } }, 'option.type', ['onlyWhile', '"indicator"']],
    [{ onlyWhile: { indicator: 'x', above: 1, below: 0 } }, 'option.range', ['above 1 and below 0']],
    [{ onlyWhile: 'x' }, 'option.type', ['onlyWhile']],
    [{ exit: { since: '' } }, 'option.type', ['exit', '"since"']],
    [{ exit: { since: 'x', above: 1 } }, 'option.unknown', ['above']],
    [{ exit: { indicator: 'x', abvoe: 1 } }, 'option.unknown', ['abvoe', 'Did you mean above?']],
  ] as const)('refuses %j', (part, code, facts) => {
    expectInputError(code, ['postFirstCutRotation', ...facts], () =>
      postFirstCutRotation({ base: 'A', into: 'B', since: 'c', ...part } as never),
    );
  });
});
