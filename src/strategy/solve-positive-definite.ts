/**
 * Solves A x = b for a symmetric positive definite A by Cholesky's decomposition, A = L L'.
 *
 * *Undefined (NaN):* where A is not positive definite.
 */
export function solvePositiveDefinite(a: readonly (readonly number[])[], b: readonly number[]): number[] {
  const lower: number[][] = [];
  a.forEach((row, i) => {
    const made: number[] = [];
    for (let j = 0; j <= i; j++) {
      const other = j === i ? made : lower[j]!;
      let rest = row[j]!;
      for (let k = 0; k < j; k++) rest -= made[k]! * other[k]!;
      made.push(j === i ? Math.sqrt(rest) : rest / other[j]!);
    }
    lower.push(made);
  });
  const x = [...b];
  for (let i = 0; i < x.length; i++) {
    for (let k = 0; k < i; k++) x[i]! -= lower[i]![k]! * x[k]!;
    x[i]! /= lower[i]![i]!;
  }
  for (let i = x.length - 1; i >= 0; i--) {
    for (let k = i + 1; k < x.length; k++) x[i]! -= lower[k]![i]! * x[k]!;
    x[i]! /= lower[i]![i]!;
  }
  return x;
}
