/** One term c · e^(−x t) of a sum. */
export interface Term {
  readonly coefficient: number;
  readonly time: number;
}

/** How often the coefficients change their sign; the terms are sorted by time and none of them is 0. */
export function signChangesOf(terms: readonly Term[]): number {
  return terms.filter((term, k) => k > 0 && term.coefficient > 0 !== terms[k - 1]!.coefficient > 0).length;
}

/** A value within this share of the sum of its terms' magnitudes is 0: there the curve touches the axis, or rounding decides. */
const TOUCHES = 1e-13;

/** Farther out than any root: terms a day (1/365) apart that differ by a factor of 1e308 balance at 3e5. */
const FARTHEST = 1e7;

/**
 * All real roots x of Σ c · e^(−x t), ascending; `terms` are sorted by time, with distinct times and without zeros.
 *
 * There are at most as many as the coefficients change sign (Descartes' rule, which holds for real exponents: Pólya and Szegő, Problems and
 * Theorems in Analysis II, part five). So: none for no change, exactly one for one. For more, with t* between two terms of different sign,
 * the sum times e^(x t*) has the same roots, and its derivative is a sum of the same kind whose coefficients change sign once less. Between
 * two neighbouring roots of that derivative the product rises or falls throughout, so it has at most one root there.
 */
export function rootsOfExponentials(terms: readonly Term[]): number[] {
  const change = terms.findIndex((term, k) => k > 0 && term.coefficient > 0 !== terms[k - 1]!.coefficient > 0);
  if (change < 0) return [];
  const pivot = (terms[change - 1]!.time + terms[change]!.time) / 2;
  const edges = rootsOfExponentials(
    scaled(terms.map((term) => ({ ...term, coefficient: term.coefficient * (pivot - term.time) }))),
  );
  const ends = [-FARTHEST, ...edges, FARTHEST];
  const roots: number[] = [];
  for (let k = 1; k < ends.length; k++) {
    const [low, high] = [ends[k - 1]!, ends[k]!];
    if (signAt(terms, low) === 0) roots.push(low);
    if (signAt(terms, low) * signAt(terms, high) < 0) roots.push(between(terms, low, high));
  }
  return roots;
}

/** The same roots with a largest coefficient of 1: after hundreds of derivatives the numbers would overflow. What is 0 then adds nothing. */
function scaled(terms: readonly Term[]): Term[] {
  const largest = terms.reduce((most, { coefficient }) => Math.max(most, Math.abs(coefficient)), 0);
  return terms
    .map(({ coefficient, time }) => ({ coefficient: coefficient / largest, time }))
    .filter(({ coefficient }) => coefficient !== 0);
}

/** The root inside a bracket, by halving it until no number lies between its ends. */
function between(terms: readonly Term[], from: number, to: number): number {
  const side = Math.sign(valueAt(terms, from).value);
  let [low, high] = [from, to];
  for (;;) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) return middle;
    const { value } = valueAt(terms, middle);
    if (value === 0) return middle;
    if (Math.sign(value) === side) low = middle;
    else high = middle;
  }
}

function signAt(terms: readonly Term[], x: number): number {
  const { value, magnitude } = valueAt(terms, x);
  return Math.abs(value) <= TOUCHES * magnitude ? 0 : Math.sign(value);
}

/** The sum and the sum of magnitudes, both over the largest power of e in it, so that neither overflows. */
function valueAt(terms: readonly Term[], x: number): { readonly value: number; readonly magnitude: number } {
  const largest = x < 0 ? -x * terms.at(-1)!.time : -x * terms[0]!.time;
  let [value, magnitude] = [0, 0];
  for (const { coefficient, time } of terms) {
    const term = coefficient * Math.exp(-x * time - largest);
    value += term;
    magnitude += Math.abs(term);
  }
  return { value, magnitude };
}
