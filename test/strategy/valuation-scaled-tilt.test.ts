import { addIndicator, annually, backtest, expandingPercentile, monthly, valuationScaledTilt } from 'backtilt';
import { describe, expect, it } from 'vitest';
import { months } from '../engine/made-panel.js';
import { expectInputError } from '../support/expect-input-error.js';

const panel = months({ Large: [0.01, 0.01], Small: [0.02, 0.02] });
const tilt = (more: object = {}) =>
  valuationScaledTilt({ core: 'Large', satellite: 'Small', percentile: 'dearness', cheap: 0.5, dear: 0.1, ...more });
const targetAt = (value: number) =>
  backtest(addIndicator(panel, 'dearness', [{ knownOn: '2019-12-31', value }]), tilt()).decisions[0]!.target;

describe('a valuation-scaled tilt', () => {
  it.each([
    [0, 0.5, 'as cheap as ever'],
    [0.25, 0.4, 'a quarter of the way from 0.5 to 0.1'],
    [0.5, 0.3, 'half of the way'],
    [1, 0.1, 'as dear as ever'],
  ])('at percentile %d has %d of the satellite: %s', (percentile, weight) => {
    const { Large, Small } = targetAt(percentile);
    expect(Small).toBeCloseTo(weight, 15);
    expect(Large).toBeCloseTo(1 - weight, 15);
  });

  it.each([0, 0.25, 0.5, 1])('with highIs: cheap percentile %d holds what 1 less it holds otherwise', (percentile) => {
    const ranked = addIndicator(panel, 'dearness', [{ knownOn: '2019-12-31', value: percentile }]);
    const { target } = backtest(ranked, tilt({ highIs: 'cheap' })).decisions[0]!;
    expect(target.Small).toBeCloseTo(targetAt(1 - percentile).Small!, 15);
    expect(tilt({ highIs: 'cheap' }).params).toMatchObject({ highIs: 'cheap', cheap: 0.5, dear: 0.1 });
  });

  it('holds the core only while no percentile is known', () => {
    expect(targetAt(NaN)).toEqual({ Large: 1 });
  });

  it('follows the percentile from decision to decision', () => {
    const history = [30, 10, 20].map((value, index) => ({
      knownOn: (['2019-11-30', '2019-12-31', '2020-01-31'] as const)[index]!,
      value,
    }));
    const ranked = addIndicator(panel, 'dearness', expandingPercentile(history, { minObservations: 2 }));
    // 10 is the lower of two: 0. 20 is the middle of three: 0.5.
    const { decisions } = backtest(ranked, tilt({ schedule: monthly() }));
    expect(decisions.map(({ target }) => target.Small)).toEqual([0.5, expect.closeTo(0.3, 15)]);
  });

  it('refuses what is no percentile, and names the day', () => {
    expectInputError(
      'weights.invalid',
      ['valuationScaledTilt', '2019-12-31', '"dearness" is 27.5', 'from 0 to 1'],
      () => targetAt(27.5),
    );
    expectInputError('weights.invalid', ['-0.1'], () => targetAt(-0.1));
  });

  it('is plain data with a name', () => {
    expect(tilt()).toMatchObject({
      name: 'Valuation-scaled tilt, 50 % (cheap) to 10 % (dear) Small on Large',
      assets: ['Large', 'Small'],
      indicators: ['dearness'],
      schedule: annually({ month: 12 }),
      params: { core: 'Large', satellite: 'Small', percentile: 'dearness', cheap: 0.5, dear: 0.1 },
    });
  });

  it.each([
    [{ cheap: 50 }, 'option.range', ['"cheap"', '50', 'such as 0.3']],
    [{ highIs: 'high' }, 'option.range', ['"highIs"', 'dear', 'cheap']],
    [{ dear: -0.1 }, 'option.range', ['"dear"', '-0.1']],
    [{ dear: undefined }, 'option.type', ['"dear"', 'undefined']],
    [{ percentile: 0.5 }, 'option.type', ['"percentile"', '0.5']],
    [{ satellite: 'Large' }, 'option.range', ['both "Large"']],
    [{ expensive: 0.1 }, 'option.unknown', ['"expensive"']],
  ] as const)('refuses %j', (part, code, facts) => {
    expectInputError(code, facts, () => tilt(part));
  });
});
