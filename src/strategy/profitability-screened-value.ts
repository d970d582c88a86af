import { assertKnownOptions, assertNumber, assertObject, inPercent } from '../core/index.js';
import { annually, type Schedule } from '../time/index.js';
import { bottomFraction, dropBottomFraction, topFraction } from './quantile-screens.js';
import type { Screen } from './screen.js';
import { screenedPortfolio } from './screened-portfolio.js';
import type { UniverseStrategy } from './strategy.js';
import { weighBy } from './weighting.js';

/** Options of {@link profitabilityScreenedValue}. */
export interface ProfitabilityScreenedValueOptions<
  Weight extends string = 'marketCap',
  Size extends string = 'sizeRank',
  Value extends string = 'valueRank',
  Profit extends string = 'profitabilityRank',
  Flag extends string = never,
> {
  /** Keep the smallest share of all names, 0 to 1. */
  readonly smallest: number;
  /** Of these, keep the cheapest share. */
  readonly cheapest: number;
  /** Of these, drop the least profitable share; 0 switches the screen off. */
  readonly dropLeastProfitable: number;
  /** The field to weight by, or 'equal'; 'marketCap' when absent. */
  readonly weighBy?: Weight;
  /** When to form the portfolio anew; each June when absent. */
  readonly schedule?: Schedule;
  /**
   * The fields that are read: size (small is small), value (high is cheap), profitability (high is profitable), and breakpoints: where
   * given, all quantiles are those of the names for which this field is 1 (listed on the NYSE, say).
   */
  readonly fields?: {
    readonly size?: Size;
    readonly value?: Value;
    readonly profitability?: Profit;
    readonly breakpoints?: Flag;
  };
}

/**
 * Small, cheap, and not unprofitable: the smaller part of all names, the cheaper part of those, without the least profitable of
 * those, weighted by market capitalisation.
 *
 * The steps run one after the other on R type-7 quantiles of what is left: size ≤ q(smallest), value ≥ q(1 − cheapest),
 * profitability > q(dropLeastProfitable). With `dropLeastProfitable: 0` it is the same portfolio without the screen: its benchmark.
 *
 * Idea: Novy-Marx (2013), "The other side of value", Journal of Financial Economics 108.
 *
 * @throws InputError `option.range`, `option.type`, `option.unknown`, `schedule.invalid`; in a backtest `screen.no-breakpoints`.
 * @example
 * const value = profitabilityScreenedValue({ smallest: 0.5, cheapest: 0.5, dropLeastProfitable: 0.25, schedule: annually({ month: 6 }) });
 * console.log(Object.keys(backtest(frenchSizeValueProfitability(), value).decisions[0].target).length); // 6
 */
export function profitabilityScreenedValue<
  const Weight extends string = 'marketCap',
  const Size extends string = 'sizeRank',
  const Value extends string = 'valueRank',
  const Profit extends string = 'profitabilityRank',
  const Flag extends string = never,
>(
  options: ProfitabilityScreenedValueOptions<Weight, Size, Value, Profit, Flag>,
): UniverseStrategy<Exclude<Weight, 'equal'> | Size | Value | Profit | Flag> {
  type Field = Exclude<Weight, 'equal'> | Size | Value | Profit | Flag;
  const where = 'profitabilityScreenedValue';
  assertObject(where, 'the options', options);
  const known = ['smallest', 'cheapest', 'dropLeastProfitable', 'weighBy', 'schedule', 'fields'];
  assertKnownOptions(where, options, known);
  const { smallest, cheapest, dropLeastProfitable, schedule = annually({ month: 6 }), fields = {} } = options;
  assertObject(where, '"fields"', fields);
  assertKnownOptions(`${where}, fields`, fields, ['size', 'value', 'profitability', 'breakpoints']);
  for (const [name, share] of Object.entries({ smallest, cheapest, dropLeastProfitable })) {
    assertNumber(where, name, share, { min: 0, max: 1, allowed: 'a fraction from 0 to 1, such as 0.5' });
  }
  const { size = 'sizeRank', value = 'valueRank', profitability = 'profitabilityRank', breakpoints } = fields;
  const over = { breakpoints };
  const screens: Screen[] = [bottomFraction(size, smallest, over), topFraction(value, cheapest, over)];
  if (dropLeastProfitable > 0) screens.push(dropBottomFraction(profitability, dropLeastProfitable, over));
  const percent = (share: number): string => inPercent(share, 2);
  const screen =
    dropLeastProfitable > 0
      ? `without the least profitable ${percent(dropLeastProfitable)}`
      : 'no profitability screen';
  return screenedPortfolio<Field, Field>({
    name: `Value: smallest ${percent(smallest)}, cheapest ${percent(cheapest)}, ${screen}`,
    screens: screens as Screen<Field>[],
    weighting: weighBy(options.weighBy ?? 'marketCap') as { readonly kind: 'field'; readonly field: Field },
    schedule,
  });
}
