/** One-way turnover from weights to weights: half of Σ |Δ| with cash counted as a holding. */
export function oneWay(wish: Float64Array, drifted: Float64Array): number {
  let traded = 0;
  let net = 0;
  wish.forEach((weight, member) => {
    traded += Math.abs(weight - drifted[member]!);
    net += weight - drifted[member]!;
  });
  return (traded + Math.abs(net)) / 2;
}
