import { InputError, nameList } from '../../core/index.js';
import { type Numbers, ROUNDING } from '../../stats/index.js';

/** A column of a regression: what it is called in messages, and its numbers. */
export interface RegressionColumn {
  readonly name: string;
  readonly values: Numbers;
}

/** An ordinary least-squares fit, in the order of its columns. */
export interface LeastSquares {
  readonly columns: readonly Numbers[];
  readonly coefficients: Float64Array;
  /** All exactly 0 where they are nothing but rounding. */
  readonly residuals: Float64Array;
  /** (X'X)⁻¹, row by row. */
  readonly inverse: readonly Float64Array[];
}

/** What is left of a column of length 1, once the columns before it are taken off, when it says nothing new. */
const NOTHING_NEW = 1e-9;
/** Coefficients of columns of length 1 under this are rounding. */
const INVOLVED = 1e-6;

/**
 * Ordinary least squares: the coefficients that make the sum of squared residuals of y on the columns smallest.
 *
 * An orthogonal basis of the columns, each scaled to length 1, by Gram–Schmidt with every projection done twice, so that X'X, whose condition is
 * the square of that of X, is never formed. The constant is a column like the others.
 *
 * @throws InputError `regression.collinear` when a column is a combination of those before it (a constant one, or a factor given twice), by name.
 * @see Björck, Å. (1996), Numerical Methods for Least Squares Problems, § 2.4.
 */
export function leastSquares(y: Numbers, columns: readonly RegressionColumn[], where: string): LeastSquares {
  const basis: Float64Array[] = [];
  const lengths: number[] = [];
  const triangle = columns.map(() => new Float64Array(columns.length));
  columns.forEach(({ values }, column) => {
    const scale = length(values);
    const left = Float64Array.from(values, (value) => value / scale);
    takeOff(left, basis, (row, share) => {
      triangle[row]![column]! += share;
    });
    const rest = length(left);
    if (!(rest > NOTHING_NEW)) refuseCollinear(where, columns, column, triangle);
    triangle[column]![column] = rest;
    lengths.push(scale);
    basis.push(left.map((value) => value / rest));
  });
  const residuals = Float64Array.from(y);
  const shares = new Float64Array(columns.length);
  takeOff(residuals, basis, (row, share) => {
    shares[row]! += share;
  });
  const inverse = invertTriangle(triangle);
  const solve = (row: number): number => dot(inverse[row]!, shares) / lengths[row]!;
  return {
    columns: columns.map(({ values }) => values),
    coefficients: Float64Array.from(lengths, (_, row) => solve(row)),
    residuals: isRounding(residuals, y) ? residuals.fill(0) : residuals,
    inverse: inverse.map((a, i) => Float64Array.from(inverse, (b, j) => dot(a, b) / (lengths[i]! * lengths[j]!))),
  };
}

/** Takes the directions of a basis off a vector, twice, and tells how much of each there was. */
function takeOff(
  vector: Float64Array,
  basis: readonly Float64Array[],
  tell: (row: number, share: number) => void,
): void {
  for (let pass = 0; pass < 2; pass++) {
    basis.forEach((direction, row) => {
      const share = dot(vector, direction);
      for (let index = 0; index < vector.length; index++) vector[index]! -= share * direction[index]!;
      tell(row, share);
    });
  }
}

/** The inverse of an upper triangular matrix. */
function invertTriangle(triangle: readonly Float64Array[]): Float64Array[] {
  const size = triangle.length;
  const inverse = triangle.map(() => new Float64Array(size));
  for (let column = 0; column < size; column++) {
    inverse[column]![column] = 1 / triangle[column]![column]!;
    for (let row = column - 1; row >= 0; row--) {
      let sum = 0;
      for (let inner = row + 1; inner <= column; inner++) sum += triangle[row]![inner]! * inverse[inner]![column]!;
      inverse[row]![column] = -sum / triangle[row]![row]!;
    }
  }
  return inverse;
}

function refuseCollinear(
  where: string,
  columns: readonly RegressionColumn[],
  column: number,
  triangle: readonly Float64Array[],
): never {
  const name = columns[column]!.name;
  const inverse = invertTriangle(triangle.slice(0, column));
  const shares = Float64Array.from(inverse, (_, row) => triangle[row]![column]!);
  const others = columns
    .slice(0, column)
    .filter((_, row) => Math.abs(dot(inverse[row]!, shares)) > INVOLVED)
    .map((other) => other.name);
  const found = others.length === 0 ? 'is 0 on every row' : `is a combination of ${nameList(others)} on every row`;
  throw new InputError(
    'regression.collinear',
    `${where}: "${name}" ${found}, so its coefficient cannot be told from theirs. Leave one of them out, or take a longer window.`,
    { where, column: name, others },
  );
}

function isRounding(residuals: Float64Array, y: Numbers): boolean {
  let scale = 1;
  for (let row = 0; row < y.length; row++) scale = Math.max(scale, Math.abs(y[row]!));
  return residuals.every((value) => Math.abs(value) <= 4 * ROUNDING * scale);
}

const length = (values: Numbers): number => Math.sqrt(dot(values, values));

/** Σ aᵢ bᵢ. */
export function dot(a: Numbers, b: Numbers): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += a[index]! * b[index]!;
  return sum;
}
