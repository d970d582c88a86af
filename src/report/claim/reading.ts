/** What a claim says of a figure: near a number, above it, or below it. */
export type Says =
  { readonly is: number; readonly within: number } | { readonly above: number } | { readonly below: number };

/** How the figures of a reading are written; 'percent' takes fractions. */
export type ReadingUnit = 'percent' | 'number' | 'count';

/** A figure beside what a claim says of it. */
export interface ClaimFigure {
  /** Series, horizon, definition: whatever sets this reading apart. */
  readonly reading: string;
  readonly says: Says;
  /** What the data say; NaN where they say nothing. */
  readonly figure: number;
  readonly unit?: ReadingUnit | undefined;
  /** Of the figure. */
  readonly interval?: { readonly low: number; readonly high: number } | undefined;
  /** What the figure would be without what is claimed: the share of all windows, the market's return. */
  readonly base?: number | undefined;
  /** Cases, and how many of them have no row in common. */
  readonly n?: number | undefined;
  readonly independent?: number | undefined;
  /** How many windows or definitions were looked at to find this one: then it counts only where it does not agree. */
  readonly searched?: number | undefined;
  /** Shown beside the readings and judged like them, but not counted: a neighbouring definition that the sentence does not mean. */
  readonly aside?: true | undefined;
}

/** Several figures that are claimed together: the reading agrees where all of them do. */
export interface ClaimFigures {
  readonly reading: string;
  readonly parts: readonly ClaimFigure[];
  readonly n?: number | undefined;
  readonly independent?: number | undefined;
  readonly searched?: number | undefined;
  readonly aside?: true | undefined;
}

/** One fair way to read a claim: a definition, what the claim says under it, and what the data say. */
export type ClaimReading = ClaimFigure | ClaimFigures;

/** A reading after judgement. That of several figures has as its figure how many of them agree. */
export interface JudgedReading extends ClaimFigure {
  readonly unit: ReadingUnit;
  /** Whether the figure is what the claim says; null where there is none. */
  readonly agrees: boolean | null;
  /** Whether it says more than chance or the base would; null where there is no figure. */
  readonly informative: boolean | null;
  /** Where it does not agree: whether the data speak against the claim, or leave open what is claimed. Null otherwise. */
  readonly contradicts: boolean | null;
  /** Whether it counts for the verdict. */
  readonly counts: boolean;
  /** The figures that are claimed together; empty where there is one. */
  readonly parts: readonly JudgedReading[];
}

/** Fewer cases than this prove nothing, whatever they say. */
export const ENOUGH_CASES = 10;

/** Whether a figure is what a claim says. One that lies at the end of a tolerance up to rounding is within it. */
function meets(says: Says, figure: number): boolean {
  if ('is' in says) return Math.abs(figure - says.is) <= says.within * (1 + 1e-12);
  return 'above' in says ? figure > says.above : figure < says.below;
}

/** Judges one reading; the rules are those of `verdict`. */
export function judge(reading: ClaimReading): JudgedReading {
  if ('parts' in reading) return judgeAll(reading);
  const { says, figure, unit = 'percent', searched, aside } = reading;
  const agrees = Number.isNaN(figure) ? null : meets(says, figure);
  return Object.freeze({
    ...reading,
    unit,
    agrees,
    informative: agrees === null ? null : tellsMore(reading),
    contradicts: agrees === false ? !leavesOpen(reading) : null,
    counts: counted(agrees, searched, aside),
    parts: Object.freeze([]),
  });
}

function judgeAll({ reading, parts: given, ...rest }: ClaimFigures): JudgedReading {
  const parts = given.map(judge);
  const { searched, aside } = rest;
  const agreeing = parts.filter(({ agrees }) => agrees === true).length;
  // One part that fails is enough, whatever is unknown of the others.
  const failed = parts.some(({ agrees }) => agrees === false);
  const known = failed || parts.every(({ agrees }) => agrees !== null);
  const agrees = known ? !failed : null;
  return Object.freeze({
    ...rest,
    reading,
    says: { is: parts.length, within: 0 },
    figure: known ? agreeing : NaN,
    unit: 'count',
    agrees,
    informative: known ? enough(rest) && parts.every(({ informative }) => informative === true) : null,
    contradicts: failed ? enough(rest) && parts.some(({ contradicts }) => contradicts === true) : null,
    counts: counted(agrees, searched, aside),
    parts: Object.freeze(parts),
  });
}

const counted = (agrees: boolean | null, searched: number | undefined, aside: true | undefined): boolean =>
  agrees !== null && aside !== true && !(searched !== undefined && agrees);

/** Whether there are enough cases, where cases are counted at all. */
const enough = ({ n, independent }: Pick<ClaimFigure, 'n' | 'independent'>): boolean =>
  [n, independent].every((cases) => cases === undefined || cases >= ENOUGH_CASES);

function tellsMore(reading: ClaimFigure): boolean {
  const { says, interval, base } = reading;
  if (!enough(reading) || Number.isNaN(base)) return false;
  if (interval === undefined) return base === undefined || !meets(says, base);
  const { low, high } = interval;
  if ('is' in says) return base === undefined ? meets(says, low) && meets(says, high) : base < low || base > high;
  // All that is likely must be what is claimed, and more of it than the base.
  if (!meets(says, low) || !meets(says, high)) return false;
  return base === undefined || ('above' in says ? base < low : base > high);
}

/** Whether what is claimed is still among what is likely, or too few cases say that it is not. */
function leavesOpen(reading: ClaimFigure): boolean {
  if (!enough(reading)) return true;
  const { says, interval } = reading;
  if (interval === undefined) return false;
  const { low, high } = interval;
  if (Number.isNaN(low + high)) return true;
  if ('is' in says) return low <= says.is + says.within && high >= says.is - says.within;
  return 'above' in says ? high > says.above : low < says.below;
}
