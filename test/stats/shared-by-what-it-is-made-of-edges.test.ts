import { describe, expect, it } from 'vitest';
import { centred } from '../../src/stats/central-moments.js';
import { excessPair } from '../../src/stats/excess-pair.js';
import * as stats from '../../src/stats/index.js';
import { shared, sharing } from '../../src/stats/shared.js';
import { lowerQuantile } from '../../src/stats/value-at-risk.js';
import { wealthPathOf } from '../../src/stats/wealth-path.js';
import { series } from './support.js';

const one = series('monthly', [0.01, -0.02, 0.03, 0.04, 0.01, 0.02, 0.01, 0.02, -0.01, 0.01, 0.02, 0.03], 'One');
const other = series('monthly', [0.02, 0.05, -0.07, 0.01, 0.03, 0.01, 0.02, -0.05, 0.01, 0.02, 0.01, 0.04], 'Other');

/** Both figures inside one call, as a summary asks for them. */
const together = <Value>(make: (of: typeof one) => Value): readonly [Value, Value] =>
  sharing(() => [make(one), make(other)] as const);

describe('inside one call, what is shared of one series is not handed out for another', () => {
  it.each<[string, (of: typeof one) => unknown]>([
    ['distances from the mean', ({ values }) => [...centred(values).distances]],
    ['moments', ({ values }) => stats.centralMoments(values)],
    ['deviations', ({ values }) => stats.deviationOf(values)],
    ['covariances', ({ values }) => stats.sampleCovariance(values, one.values)],
    ['covariances the other way', ({ values }) => stats.sampleCovariance(one.values, values)],
    ['paths of wealth', ({ values }) => [...wealthPathOf(values).levels]],
    ['quantiles', ({ values }) => lowerQuantile(values, 0.9)],
    ['best years', (of) => stats.bestYear(of)],
    ['excess pairs', (of) => [...excessPair(of, other, undefined, 'test').a]],
    ['excess pairs over cash', (of) => [...excessPair(one, one, of, 'test').a]],
    ['total returns', (of) => stats.totalReturn(of)],
  ])('%s', (_, make) => {
    const [first, second] = together(make);
    expect(first).toEqual(make(one));
    expect(second).toEqual(make(other));
    expect(first).not.toEqual(second);
  });

  it('and a quantile of one level is not that of another: of 1 … 5 the lowest is 1, the middle 3', () => {
    const values = [5, 3, 1, 4, 2];
    expect(sharing(() => [lowerQuantile(values, 1), lowerQuantile(values, 0.5)])).toEqual([1, 3]);
  });

  it('a call inside a call keeps what the outer one has, and does not end it', () => {
    let made = 0;
    const make = (): number => ++made;
    const found = sharing(() => {
      const before = shared('thing', [one], make);
      const inside = sharing(() => shared('thing', [one], make));
      return [before, inside, shared('thing', [one], make)];
    });
    expect(found).toEqual([1, 1, 1]);
  });
});
