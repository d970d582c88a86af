import { assertKnownOptions, assertObject, describeValue, InputError } from '../../core/index.js';
import type { BootstrapFigures, Estimate, HorizonStudy } from '../../inference/index.js';
import { checkReading } from './check-reading.js';
import type { ClaimFigure } from './reading.js';

/** What a reading says beside what was found, and whatever is not in that. */
export type ReadingOptions = Pick<ClaimFigure, 'says'> & Partial<Omit<ClaimFigure, 'figure'>>;

const OPTIONS = ['reading', 'says', 'unit', 'interval', 'base', 'n', 'independent', 'searched', 'aside'];

/**
 * A reading of a claim from what an inference gave: figure, interval, base and numbers of cases are taken over.
 *
 * Of an event study's horizon it is the share of events with a hit, with the exact interval (Clopper–Pearson), the share of all windows as the base, and
 * the events and how many of them are independent; of a regression's coefficient the estimate with its interval; of a bootstrapped statistic the estimate
 * with its percentile interval.
 *
 * @param found `study.horizons[k]`, `regression.loadings.RMW`, `regression.alpha`, or `bootstrap(…).statistics.name`.
 * @param options `says`, and `reading` where what was found has no name; whatever else is given comes before what was found.
 * @throws InputError `option.type`, `option.range`, `option.unknown`.
 * @example
 * const size = frenchSize();
 * const cuts = firstCuts(usPolicyRate());
 * const study = eventStudy(size.returns('Lo 30'), cuts, { benchmark: size.returns('Hi 30'), months: 12 });
 * const { reading, figure, base, independent } = readingOf(study.horizons[0]!, { says: { above: 0.5 } });
 * console.log(reading, figure.toFixed(3), base?.toFixed(3), independent); // 12 months 0.333 0.505 9
 */
export function readingOf(found: HorizonStudy | Estimate | BootstrapFigures, options: ReadingOptions): ClaimFigure {
  const where = 'readingOf';
  const given: unknown = found;
  assertObject(where, 'what was found', given);
  assertKnownOptions(where, options, OPTIONS);
  const reading = { ...taken(where, found), ...options };
  checkReading(where, reading);
  return Object.freeze(reading) as ClaimFigure;
}

function taken(where: string, found: HorizonStudy | Estimate | BootstrapFigures): Partial<ClaimFigure> {
  if ('hitRate' in found) {
    const { horizon, hitRate, clopperPearson, baseRate, n, independent } = found;
    const interval = { low: clopperPearson.low, high: clopperPearson.high };
    return { reading: horizon, figure: hitRate, interval, base: baseRate.share, n, independent };
  }
  if ('percentile' in found) return { figure: found.estimate, interval: found.percentile };
  if ('estimate' in found) return { figure: found.estimate, interval: { low: found.low, high: found.high } };
  throw new InputError(
    'option.type',
    `${where}: what was found is ${describeValue(found)}; it must be a horizon of an event study, an estimate of a regression or a statistic of a bootstrap.`,
    { where, found: describeValue(found) },
  );
}
