import { assertKnownOptions, assertName, assertNumber, InputError } from '../core/index.js';

/** A question about an indicator, as plain data: true on days on which its value lies above and below what is given. Unknown (NaN) is not true. */
export interface Condition<Indicator extends string = string> {
  /** The name of an indicator of the panel. */
  readonly indicator: Indicator;
  /** The value must be greater than this. */
  readonly above?: number | undefined;
  /** The value must be less than this. */
  readonly below?: number | undefined;
}

/** Refuses what is no condition; answers it frozen. */
export function readCondition<Indicator extends string>(
  where: string,
  option: string,
  condition: Condition<Indicator>,
): Condition<Indicator> {
  const place = `${where}, ${option}`;
  assertKnownOptions(place, condition, ['indicator', 'above', 'below']);
  const { indicator, above, below } = condition;
  assertName(place, 'indicator', indicator);
  if (above !== undefined) assertNumber(place, 'above', above);
  if (below !== undefined) assertNumber(place, 'below', below);
  if (above === undefined && below === undefined) {
    throw new InputError(
      'option.missing',
      `${place}: give "above", "below" or both: { indicator: '${indicator}', above: 0 }.`,
      { where, option },
    );
  }
  if (above !== undefined && below !== undefined && above >= below) {
    throw new InputError(
      'option.range',
      `${place}: nothing is above ${above} and below ${below}. "above" must be less than "below".`,
      { where, option, above, below },
    );
  }
  return Object.freeze({ ...condition });
}

/** Whether a value meets a condition; NaN does not. */
export const meets = (value: number, { above = -Infinity, below = Infinity }: Condition): boolean =>
  value > above && value < below;

/** A condition for names: "recession above 0.5". */
export const conditionInWords = ({ indicator, above, below }: Condition): string =>
  [
    indicator,
    ...(above === undefined ? [] : [`above ${above}`]),
    ...(below === undefined ? [] : [`below ${below}`]),
  ].join(' ');
