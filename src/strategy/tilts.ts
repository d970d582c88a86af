import { assertNumber, assertObject, type ErrorCode, inPercent, InputError, suggestNames } from '../core/index.js';

/** Who pays for the tilts: the tilts themselves, or the assets without one in proportion to their base. */
export type Funding = 'balanced' | 'proRata';

/** Checked tilts, in the order of the assets. */
export interface Tilts {
  /** Weight points; undefined for an asset that is not named. */
  readonly points: readonly (number | undefined)[];
  readonly sum: number;
  readonly inWords: string;
}

/** What is smaller than this is rounding of weights, and no weight. */
const ROUNDING = 1e-12;

/** Checks tilts against the assets that they belong to, and that they are paid for. */
export function readTilts(where: string, tilts: unknown, assets: readonly string[], funding: Funding): Tilts {
  assertObject(where, '"tilts"', tilts);
  let sum = 0;
  for (const [asset, tilt] of Object.entries(tilts)) {
    if (!assets.includes(asset)) {
      const hint = suggestNames(asset, assets);
      throw new InputError('asset.unknown', `${where}, tilts: "${asset}" is not an asset of the base. ${hint}`, {
        where,
        asset,
      });
    }
    const allowed = 'weight points from -1 to 1, such as 0.05';
    assertNumber(where, `tilts.${asset}`, tilt, { min: -1, max: 1, allowed });
    sum += tilt;
  }
  if (funding === 'balanced' && Math.abs(sum) > 1e-9) {
    throw new InputError(
      'option.range',
      `${where}: the tilts sum to ${sum}, and what is overweighted must be paid for. Make them sum to 0, or say funding: 'proRata' to take the sum from the assets without a tilt.`,
      { where, sum },
    );
  }
  const points = assets.map((asset) => (Object.hasOwn(tilts, asset) ? (tilts[asset] as number) : undefined));
  return { points, sum: Math.abs(sum) <= 1e-9 ? 0 : sum, inWords: inWords(Object.entries(tilts)) };
}

/**
 * The base with its tilts: base + tilt for the named ones; the others pay the sum in proportion to their base.
 *
 * @throws InputError of the given code where a weight would fall below 0, or nothing is there to pay the sum.
 */
export function tilted(
  base: readonly number[],
  { points, sum }: Tilts,
  { code, where, assets }: { readonly code: ErrorCode; readonly where: string; readonly assets: readonly string[] },
): number[] {
  const others = base.reduce((total, weight, asset) => (points[asset] === undefined ? total + weight : total), 0);
  if (sum !== 0 && others === 0) {
    throw new InputError(
      code,
      `${where}: the tilts sum to ${sum}, but the assets without a tilt have no weight in the base to balance it. Name fewer assets in "tilts", or make them sum to 0.`,
      { where, sum },
    );
  }
  const share = sum === 0 ? 1 : 1 - sum / others;
  return base.map((weight, index) => {
    const target = points[index] === undefined ? weight * share : weight + points[index];
    if (target >= -ROUNDING) return target < ROUNDING ? 0 : target;
    const asset = assets[index]!;
    throw new InputError(
      code,
      `${where}: "${asset}", with ${weight} in the base, would have the weight ${target}; no weight falls below 0. Make the tilts smaller.`,
      { where, asset, base: weight, weight: target },
    );
  });
}

const inWords = (tilts: readonly (readonly [string, unknown])[]): string =>
  tilts
    .map(([asset, tilt]) => `${Number(tilt) < 0 ? '−' : '+'}${inPercent(Math.abs(Number(tilt)), 2)} ${asset}`)
    .join(', ');
