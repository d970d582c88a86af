import { assertKnownOptions, assertNumber, assertObject, InputError } from '../../core/index.js';
import type { BlockMethod } from '../resampling/block-method.js';

/** Options of {@link simulate}. */
export interface SimulateOptions {
  /** How many periods lie ahead. */
  readonly periods: number;
  /** How many paths; 10,000 when absent, 100 at least. */
  readonly paths?: number | undefined;
  /** Wealth at the start; 1 when absent. */
  readonly start?: number | undefined;
  /** Paid in at the end of every period, in the units of `start`; negative is taken out; 0 when absent. */
  readonly flow?: number | undefined;
  /** 'stationary' when absent. */
  readonly method?: BlockMethod | undefined;
  /** As in `bootstrap`. */
  readonly blockLength?: number | undefined;
  /** 1 when absent. */
  readonly seed?: number | undefined;
}

type CheckedSimulateOptions = {
  readonly [Key in Exclude<keyof SimulateOptions, 'blockLength'>]-?: NonNullable<SimulateOptions[Key]>;
};

/** More numbers than this would take more memory than a notebook has to spare. */
const MOST = 50_000_000;

/** The options, with the defaults in place; method, block length and seed are checked once the rows are known. */
export function checkedSimulateOptions(where: string, options: SimulateOptions): CheckedSimulateOptions {
  const given: unknown = options;
  assertObject(where, 'the options', given);
  assertKnownOptions(where, given, ['periods', 'paths', 'start', 'flow', 'method', 'blockLength', 'seed']);
  const { periods, paths = 10_000, start = 1, flow = 0, method = 'stationary', seed = 1 } = options;
  assertNumber(where, 'periods', periods, { min: 1, integer: true });
  assertNumber(where, 'paths', paths, { min: 100, integer: true });
  assertNumber(where, 'start', start, { min: Number.MIN_VALUE, allowed: 'wealth over 0' });
  assertNumber(where, 'flow', flow);
  if (periods * paths > MOST) {
    throw new InputError(
      'option.range',
      `${where}: ${paths} paths of ${periods} periods are ${periods * paths} numbers; ${MOST} are allowed. Give fewer paths, or coarser periods.`,
      { where, paths, periods },
    );
  }
  return { periods, paths, start, flow, method, seed };
}
