import { assertKnownOptions, assertObject, assertOneOf } from '../core/index.js';
import { annually, type Schedule } from '../time/index.js';
import { applyScreens } from './apply-screens.js';
import { always } from './always.js';
import { assertAssets } from './assert-assets.js';
import { assertWeights } from './assert-weights.js';
import { defineStrategy } from './define-strategy.js';
import type { Strategy } from './strategy.js';
import { type Funding, readTilts, tilted, type Tilts } from './tilts.js';
import type { View } from './view.js';
import type { Allocation } from './weights.js';

/** What both kinds of base have in common. */
export interface SectorTiltBase<Asset extends string> {
  /** Weight points by asset, above 0 for an overweight: 0.05 lifts 0.10 to 0.15. */
  readonly tilts: Readonly<Partial<Record<NoInfer<Asset>, number>>>;
  /** Who pays: `'balanced'` (default) demands tilts that sum to 0, `'proRata'` takes their sum from the assets without a tilt. */
  readonly funding?: Funding;
  /** When to trade back to the target; each December when absent. */
  readonly schedule?: Schedule;
  readonly name?: string;
}

/** Options of {@link sectorTilt} on fixed weights. */
export interface SectorTiltOnWeights<Asset extends string> extends SectorTiltBase<Asset> {
  /** The weights without the tilt; they sum to 1 or less, the rest is cash. */
  readonly base: Readonly<Record<Asset, number>>;
}

/** Options of {@link sectorTilt} on weights in proportion to a field. */
export interface SectorTiltOnField<Asset extends string, Field extends string> extends SectorTiltBase<Asset> {
  /** `{ field: 'marketCap' }`: the weights without the tilt are each asset's share of the field's sum on the day. */
  readonly base: { readonly field: Field };
  readonly assets: readonly Asset[];
}

/**
 * Over- and underweights of sectors on a base: target = base + tilt, with every overweight paid for.
 *
 * `funding: 'balanced'`: the tilts sum to 0. `'proRata'`: their sum s is taken from the assets that `tilts` does not name, in proportion
 * to their base (for s < 0 it is given to them): base × (1 − s / Σ base of these). A named tilt of 0 keeps an asset at its base. No
 * weight falls below 0: that is refused, on a base by a field on the day on which it would happen. Tilts that
 * sum to something are refused where no other asset has a weight.
 *
 * On a base by a field, an asset that is not listed or whose field is not known has base 0; where all have, everything is in cash.
 *
 * @throws InputError `option.range` for tilts that are not paid for and weights outside 0 to 1; `asset.unknown` for a tilt of another
 *   asset; `option.type`, `option.unknown`, `schedule.invalid`; in a backtest `weights.negative`, naming the day, and `screen.invalid` for a field below 0.
 * @see Grinold, R. C. and Kahn, R. N. (2000), Active Portfolio Management, 2nd ed., ch. 2 and 3: active weights sum to 0.
 * @example
 * const base = { Tech: 0.3, Health: 0.2, Banks: 0.5 };
 * const tilt = sectorTilt({ base, tilts: { Health: 0.05, Banks: -0.05 } });
 * console.log(tilt.name, tilt.params?.weights); // Sector tilt +5 % Health, −5 % Banks { Tech: 0.3, Health: 0.25, Banks: 0.45 }
 */
export function sectorTilt<const Asset extends string, const Field extends string>(
  options: SectorTiltOnField<Asset, Field>,
): Strategy<Asset, Field>;
export function sectorTilt<const Asset extends string>(options: SectorTiltOnWeights<Asset>): Strategy<Asset>;
export function sectorTilt(
  options: SectorTiltOnWeights<string> | SectorTiltOnField<string, string>,
): Strategy | Strategy<string, string> {
  const where = 'sectorTilt';
  assertObject(where, 'the options', options);
  const { base, tilts, funding = 'balanced', schedule = annually({ month: 12 }) } = options;
  const onField = isField(base);
  const known = ['base', 'tilts', 'funding', 'schedule', 'name'];
  assertKnownOptions(where, options, onField ? [...known, 'assets'] : known);
  assertOneOf(where, 'funding', funding, ['balanced', 'proRata']);
  if (onField) assertKnownOptions(`${where}, base`, base, ['field']);
  else assertWeights(where, 'base', base);
  const assets: unknown = onField ? (options as Partial<SectorTiltOnField<string, string>>).assets : Object.keys(base);
  assertAssets(where, onField ? 'assets' : 'base', assets);
  const paid = readTilts(where, tilts, assets, funding);
  const common = {
    name: options.name ?? `Sector tilt ${paid.inWords === '' ? 'of nothing' : paid.inWords}`,
    assets,
    schedule,
  };
  const given = { base: Object.freeze({ ...base }), tilts: Object.freeze({ ...tilts }), funding };
  if (onField) {
    return defineStrategy<string, string>({
      ...common,
      fields: [base.field],
      params: given,
      decide: (view) => onDay(view, base.field, paid),
    });
  }
  const weights = tilted(Object.values(base), paid, { code: 'option.range', where, assets });
  const decide = always(Object.fromEntries(assets.map((asset, index) => [asset, weights[index]!])));
  return defineStrategy<string>({ ...common, params: { ...given, weights: decide() }, decide });
}

const isField = (base: object): base is { readonly field: string } =>
  typeof (base as { readonly field?: unknown } | null | undefined)?.field === 'string';

/** The tilted weights of one day. */
function onDay(view: View<string, string>, field: string, tilts: Tilts): Allocation {
  const { members, weights } = applyScreens(view, [], { kind: 'field', field });
  if (members.length === 0) return { members, weights };
  const base = new Array<number>(view.assets.length).fill(0);
  Array.from(members).forEach((member, index) => (base[member] = weights[index]!));
  return {
    members: base.map((_, asset) => asset),
    weights: tilted(base, tilts, {
      code: 'weights.negative',
      where: `sectorTilt on ${view.asOf}`,
      assets: view.assets,
    }),
  };
}
