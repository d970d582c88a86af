import { describe, expect, it } from 'vitest';
import { fromReturns, makeReturnSeries } from '../../src/panel/index.js';
import { bearMarkets, splice } from '../../src/stats/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { series } from './support.js';

describe('bearMarkets at its edges', () => {
  it('ends at the first close of the lowest level, where wealth stays there', () => {
    const [bear] = bearMarkets(series('annual', [-0.5, 0, 0, 1])).markets;
    expect(bear).toEqual({ peak: '2019-12-31', trough: '2020-12-31', fall: -0.5, periods: 1 });
  });

  it('ends with a rise of exactly the threshold: 1, 0.5, 0.6, 0.48 are two', () => {
    const found = bearMarkets(series('annual', [-0.5, 0.2, -0.2])).markets;
    expect(found.map(({ peak, trough }) => [peak, trough])).toEqual([
      ['2019-12-31', '2020-12-31'],
      ['2021-12-31', '2022-12-31'],
    ]);
    // A rise of a little less is none: one fall, down to 0.5 · 1.19 · 0.8.
    expect(bearMarkets(series('annual', [-0.5, 0.19, -0.2])).markets).toEqual([
      { peak: '2019-12-31', trough: '2022-12-31', fall: expect.closeTo(0.476 - 1, 14) as number, periods: 3 },
    ]);
  });

  it('has a peak at the last close of the highest level', () => {
    expect(bearMarkets(series('annual', [0.1, 0, 0, -0.5])).markets).toMatchObject([
      { peak: '2022-12-31', periods: 1 },
    ]);
  });

  it('goes on after everything was lost, and never ends', () => {
    expect(bearMarkets(series('annual', [-0.3, -1, 0.5, 0.5, 0.5])).markets).toEqual([
      { peak: '2019-12-31', trough: '2021-12-31', fall: -1, periods: 2 },
    ]);
  });

  it('takes a threshold from 0.001 to 0.999, and says so', () => {
    const one = series('annual', [0.1, -0.0011]);
    expect(bearMarkets(one, { threshold: 0.001 }).markets).toHaveLength(1);
    expect(bearMarkets(one, { threshold: 0.999 }).markets).toHaveLength(0);
    const error = expectInputError('option.range', ['bearMarkets: "threshold" is 0.0009', 'such as 0.2'], () =>
      bearMarkets(one, { threshold: 0.0009 }),
    );
    expect(error.details).toMatchObject({ where: 'bearMarkets' });
    expectInputError('option.range', ['"threshold" is 1'], () => bearMarkets(one, { threshold: 1 }));
    expectInputError('option.unknown', ['bearMarkets', '"fall"', 'threshold'], () =>
      bearMarkets(one, { fall: 0.2 } as never),
    );
  });

  it('answers for days only, in its own name', () => {
    const found = bearMarkets(series('annual', [0.1, -0.5]));
    expectInputError('date.format', ['bearMarkets'], () => found.valueOn('soon' as never));
    expect([found.valueOn('2020-06-30'), found.valueOn('2021-06-30')]).toEqual([0, 1]);
  });

  it('answers for a day of a month by that month, though the data begin inside it', () => {
    const panel = fromReturns({
      frequency: 'monthly',
      base: '2020-02-15',
      dates: ['2020-02', '2020-03'],
      returns: { A: [-0.5, 1] },
    });
    const found = bearMarkets(panel.returns('A'));
    expect([found.valueOn('2020-01-31'), found.valueOn('2020-02-01'), found.valueOn('2020-03-31')]).toEqual([
      NaN,
      1,
      0,
    ]);
    expect(found.valueOn('2020-04-01')).toBeNaN();
  });

  it('shows its falls, and warns of hindsight', () => {
    const found = bearMarkets(series('annual', [0.1, -0.25, -0.2, 1], 'Stocks'));
    expect(found.name).toBe('bear markets of Stocks');
    expect(String(found).split('\n')).toEqual([
      'bear markets of Stocks: falls of 20 % and more',
      'Peak        Trough          Fall  Periods',
      '----------  ----------  --------  -------',
      '2020-12-31  2022-12-31  -40.00 %        2',
      'Warning: uses hindsight: a peak and a trough are known only later; the last market may still change.',
    ]);
    const bundle = (found as unknown as Record<symbol, () => Record<string, string>>)[Symbol.for('Jupyter.display')]!;
    expect(bundle.call(found)['text/html']).toContain('bear markets of Stocks: falls of 20 % and more');
    expect(Object.isFrozen(found)).toBe(true);
    expect(Object.isFrozen(found.markets[0])).toBe(true);
  });

  it('warns of proxy rows', () => {
    const spliced = splice(series('annual', [0.1, -0.5, 0.3], 'Index'), series('annual', [NaN, -0.5, 0.3], 'Fund'));
    expect(String(bearMarkets(spliced))).toContain('\nWarning: 1 of 3 rows are of a proxy: Index');
    expect(String(bearMarkets(makeReturnSeries('X', spliced.calendar, spliced.values.slice())))).not.toContain('Index');
  });
});
