/** Portfolios in which all others can be expressed: w = Σ share × basis. */
export interface Factored {
  readonly rank: number;
  /** rank × assets. */
  readonly basis: Float64Array;
  /** variants × rank. */
  readonly shares: Float64Array;
}

/** What may be left of a weight: far below what a digit of a result shows. */
const NOTHING = 2e-15;

/**
 * The fewest portfolios in which some portfolios can be expressed. Variants of a tilt are mixes of two portfolios however many assets they hold, and
 * two columns are walked faster than five.
 *
 * Gram–Schmidt on the portfolio that is worst expressed so far, twice over; all assets, where that saves nothing.
 */
export function factorWeights(weights: Float64Array, variants: number, assets: number): Factored {
  const rests = weights.slice(0, variants * assets);
  const basis = new Float64Array(assets * assets);
  const shares = new Float64Array(variants * assets);
  for (let rank = 0; rank < assets; rank++) {
    const worst = largest(rests, assets);
    if (worst < 0) return packed(basis, shares, variants, assets, rank);
    let norm = 0;
    for (let asset = 0; asset < assets; asset++) norm += rests[worst + asset]! ** 2;
    norm = Math.sqrt(norm);
    for (let asset = 0; asset < assets; asset++) basis[rank * assets + asset] = rests[worst + asset]! / norm;
    for (let variant = 0; variant < variants; variant++) {
      for (let turn = 0; turn < 2; turn++) {
        let share = 0;
        for (let asset = 0; asset < assets; asset++)
          share += basis[rank * assets + asset]! * rests[variant * assets + asset]!;
        for (let asset = 0; asset < assets; asset++)
          rests[variant * assets + asset]! -= share * basis[rank * assets + asset]!;
        shares[variant * assets + rank]! += share;
      }
    }
  }
  return { rank: assets, basis: identity(assets), shares: weights.slice(0, variants * assets) };
}

/** Where the portfolio begins that has the largest weight left; −1 where nothing is left. */
function largest(rests: Float64Array, assets: number): number {
  let [most, place] = [NOTHING, -1];
  for (let entry = 0; entry < rests.length; entry++) {
    const size = Math.abs(rests[entry]!);
    if (size > most) [most, place] = [size, entry - (entry % assets)];
  }
  return place;
}

function identity(assets: number): Float64Array {
  const basis = new Float64Array(assets * assets);
  for (let asset = 0; asset < assets; asset++) basis[asset * assets + asset] = 1;
  return basis;
}

function packed(basis: Float64Array, wide: Float64Array, variants: number, assets: number, rank: number): Factored {
  const used = Math.max(1, rank);
  const shares = new Float64Array(variants * used);
  for (let variant = 0; variant < variants; variant++) {
    for (let part = 0; part < used; part++) shares[variant * used + part] = wide[variant * assets + part]!;
  }
  return { rank: used, basis: basis.slice(0, used * assets), shares };
}
