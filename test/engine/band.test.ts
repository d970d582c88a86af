import { whenDrifted, type DriftOptions } from 'backtilt';
import { describe, expect, it } from 'vitest';
import { isOutside, repair } from '../../src/engine/band.js';
import type { DriftSchedule } from '../../src/time/index.js';
import { near } from './by-hand.js';

const schedule = (options: DriftOptions): DriftSchedule => whenDrifted(options);
const weights = (...values: number[]): Float64Array => Float64Array.from(values);
const repaired = (wish: number[], drifted: number[], options: DriftOptions, still: number[] = []): number[] =>
  Array.from(repair({ wish: weights(...wish), bound: [], still }, weights(...drifted), schedule(options)));

describe('the edge of a band', () => {
  it('is inside, with a rounding of 1e-12 on top', () => {
    const none = schedule({ band: 0 });
    expect(isOutside(weights(0), weights(1e-12), none)).toBe(false);
    expect(isOutside(weights(0), weights(1.01e-12), none)).toBe(true);
  });

  it('moves nothing to the edge that lies a rounding beside its wish', () => {
    // The second is 0.1 away from its wish and goes there, with everything else; a rounding alone moves nothing.
    expect(repaired([0, 0.5], [1e-12, 0.5], { band: 0, to: 'edge' })).toEqual([1e-12, 0.5]);
    expect(repaired([0, 0.5], [2e-12, 0.6], { band: 0, to: 'edge' })).toEqual([0, 0.5]);
  });

  it('is inside for what drifted: the assets on their edge share what is left with the others', () => {
    // Only the first is outside; it goes to 0.5, and 0.4 and 0.25 share the other half.
    const options = { band: 0.1, trade: 'drifted' } as const;
    near(repaired([0.5, 0.3, 0.2], [0.35, 0.4, 0.25], options), [0.5, (0.4 * 0.5) / 0.65, (0.25 * 0.5) / 0.65]);
    // A rounding further out is still inside: 0.1 and 0.45 share 0.4.
    near(
      repaired([0.6, 0, 0.4], [0.45, 0.1 + 1e-12, 0.45], options),
      [0.6, (0.1 * 0.4) / 0.55, (0.45 * 0.4) / 0.55],
      1e-11,
    );
  });
});

describe('where what lies inside its bands cannot make up for what is outside', () => {
  it('a trade to target goes to the wish: a crumb does not grow into a holding', () => {
    // The first goes from 0.9 to 0.4. The second may be 0.2 at most, and the third has nothing that could grow: 0.4 + 0.2 is not 1.
    const options = { relative: 1, trade: 'drifted' } as const;
    expect(repaired([0.4, 0.1, 0.5], [0.9, 0.1, 1e-13], options)).toEqual([0.4, 0.1, 0.5]);
    expect(repaired([0.4, 0.1, 0.5], [0.9, 0.1, 0], options)).toEqual([0.4, 0.1, 0.5]);
    // With 1e-11 it has: it is scaled until the sum is 1.
    near(repaired([0.4, 0.1, 0.5], [0.9, 0.1, 1e-11], options), [0.4, 0.2, 0.4]);
  });

  it('a trade to the edge stops before it, and nobody is sold short for it', () => {
    // At its edge, 0.55, the first would be above the 0.3 of the wish. Both are scaled to 0.3 instead: 0.6 and 0.05 by 0.3 / 0.65.
    near(repaired([0.2, 0.1], [0.6, 0.05], { band: 0.35, trade: 'drifted', to: 'edge' }), [
      (0.6 * 0.3) / 0.65,
      (0.05 * 0.3) / 0.65,
    ]);
  });

  it('with a short position a trade to the edge goes to the wish', () => {
    // At its edge, 0.55, the others would have to be -0.35 together; scaled, they are -0.225 at the least.
    const options = { band: 0.35, trade: 'drifted', to: 'edge' } as const;
    expect(repaired([0.2, 0.1, -0.1], [0.6, 0.05, -0.1], options)).toEqual([0.2, 0.1, -0.1]);
  });

  it('what lies still stays where it is, and the others make up for it', () => {
    // The first lies still at 0.3. The second goes to 0.5, and the third gets the 0.2 that are left.
    near(
      repaired([0.3, 0.5, 0.2], [0.3, 0.65, 0.05], { band: 0.16, relative: 0.2, trade: 'drifted' }, [0]),
      [0.3, 0.5, 0.2],
    );
  });
});
