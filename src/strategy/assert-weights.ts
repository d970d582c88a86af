import { assertNumber, assertObject, InputError } from '../core/index.js';

/** What a constant mix is not made for has a way of its own. */
const OTHERWISE =
  'for borrowed or short positions write the strategy with defineStrategy and give backtest rules: { leverage: … }';

/** Refuses what are no long-only weights by name: each from 0 to 1, together 1 at most, the rest is cash. */
export function assertWeights(
  where: string,
  option: string,
  weights: unknown,
): asserts weights is Record<string, number> {
  assertObject(where, `"${option}"`, weights);
  let sum = 0;
  for (const asset of Object.keys(weights)) {
    const weight = weights[asset];
    // The words are made only where they are needed: sweeps come here thousands of times.
    if (typeof weight !== 'number' || !(weight >= 0 && weight <= 1)) {
      const allowed = `a fraction of wealth from 0 to 1 (0.3 is 30 %); ${OTHERWISE}`;
      assertNumber(where, `${option}.${asset}`, weight, { min: 0, max: 1, allowed });
      continue;
    }
    sum += weight;
  }
  if (sum <= 1 + 1e-9) return;
  throw new InputError(
    'option.range',
    `${where}: the weights sum to ${sum}; they must sum to 1 or less, the rest is cash; ${OTHERWISE}.`,
    { where, option, sum },
  );
}
