/** Returns that look like noise and that every program computes alike: whole numbers modulo, in thousandths, and a drift for the later trials. */
export function madeTrials(trials: number, rows: number, drift: (trial: number) => number): number[][] {
  return Array.from({ length: trials }, (_, k) =>
    Array.from(
      { length: rows },
      (_row, t) => (((t * 37 + k * 101 + ((t * t * (k + 3)) % 97)) % 41) - 20) / 1000 + drift(k),
    ),
  );
}
