import { inPercent } from '../../core/index.js';
import { proxyNote, type ReturnSeries } from '../../panel/index.js';
import { type Calendar, periodName } from '../../time/index.js';
import { FEWEST, mixedKindsWarning } from '../doubt-words.js';
import type { Untabled } from '../with-table.js';
import { abnormalReturns } from './abnormal-return.js';
import type { EventStudy } from './event-study.js';
import type { HorizonStudy, StudySettings } from './horizon-study.js';

/** What a study takes for granted. */
export function studyAssumptions({ frequency }: Calendar, { measure, seed, draws }: StudySettings): readonly string[] {
  const { name, formula } = abnormalReturns[measure];
  return [
    `Per event: ${name}, ${formula}, from the close of the ${periodName[frequency]} in which it became known: the window begins with the next one.`,
    'The t and the intervals take the events for independent draws of one distribution; the mean of compounded returns is skewed to the right.',
    `Placebo: ${draws} calendars (seed ${seed}) with the same distances between events, in random order from a random start; p = (k + 1)/(${draws} + 1), k of them at least as good: one-sided, small where the events did better.`,
  ];
}

/** What a reader of the table must know. */
export function studyNotes(
  study: Untabled<EventStudy>,
  series: readonly ReturnSeries[],
  calendar: Calendar,
): readonly string[] {
  const { horizons, level, assumptions } = study;
  return [
    ...inferenceNotes(horizons),
    ...overlapNotes(horizons),
    ...repeatedNotes(horizons[0]!),
    ...exclusionNotes(horizons),
    ...assumptions,
    `All windows: every complete window of the length, event or not; they overlap, ${horizons.map(({ baseRate }) => `${baseRate.independent} of ${baseRate.windows}`).join(', ')} have no row in common. Intervals at ${inPercent(level)}.`,
    ...(study.usesHindsight
      ? ['Warning: uses hindsight: the events or the returns were chosen with what was known only later.']
      : []),
    ...mixedKindsWarning(series),
    ...(series.some(({ meta }) => meta.researchPortfolio === true)
      ? ['Returns of research portfolios: reconstitution inside them is not charged.']
      : []),
    ...series.flatMap((one) => {
      const note = proxyNote(one, calendar);
      return note === undefined ? [] : [`Warning: ${one.name}: ${note}`];
    }),
  ];
}

function inferenceNotes(horizons: readonly HorizonStudy[]): readonly string[] {
  const counted = (list: readonly HorizonStudy[]): string =>
    list
      .map(({ n, horizon, independent }) => {
        const apart = independent === n ? '' : `; ${independent} of them without a row in common`;
        return `${n} (${horizon}${apart})`;
      })
      .join(', ');
  const few = horizons.filter(({ independent }) => independent < FEWEST);
  const enough = horizons.filter(({ independent }) => independent >= FEWEST);
  return [
    ...(few.length === 0
      ? []
      : [
          `n = ${counted(few)}: no inference. So few events describe themselves and prove nothing, whatever t and p say.`,
        ]),
    ...(enough.length === 0 ? [] : [`n = ${counted(enough)}.`]),
  ];
}

const overlapNotes = (horizons: readonly HorizonStudy[]): string[] =>
  horizons.flatMap(({ horizon, events }) => {
    const dates = events.filter(({ overlaps }) => overlaps).map(({ date }) => date);
    return dates.length === 0
      ? []
      : [
          `Warning: ${horizon}: windows overlap (*): ${dates.join(', ')}. They are no independent draws: t, p, the bootstrap, Wilson and Clopper–Pearson are not valid here; only the placebo stands, whose windows overlap alike.`,
        ];
  });

/** Events that became known on one day are one event to the returns. */
function repeatedNotes({ events, excluded }: HorizonStudy): string[] {
  const days = [...events, ...excluded].map(({ knownOn }) => knownOn).sort();
  const repeated = [...new Set(days.filter((day, index) => day === days[index - 1]))];
  return repeated.length === 0
    ? []
    : [
        `Warning: several events became known on ${repeated.join(', ')}: their windows are the same, and count several times.`,
      ];
}

const exclusionNotes = (horizons: readonly HorizonStudy[]): string[] =>
  horizons.flatMap(({ horizon, excluded }) =>
    excluded.length === 0
      ? []
      : [`${horizon}: left out: ${excluded.map(({ date, why }) => `${date} (${why})`).join(', ')}.`],
  );
