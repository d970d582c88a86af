/** A day of the proleptic Gregorian calendar. */
interface CivilDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

/**
 * Days since 1970-01-01 of a civil date, by integer arithmetic alone (Howard Hinnant, "chrono-Compatible Low-Level Date
 * Algorithms", `days_from_civil`): no time zone can move it. Does not check that the date exists.
 */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The civil date of a day number: the inverse of {@link dayNumber}. */
export function civilDate(day: number): CivilDate {
  const shifted = day + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

/** Whole months since January of year 0: consecutive months are consecutive numbers. */
export function monthNumber(day: number): number {
  const { year, month } = civilDate(day);
  return year * 12 + month - 1;
}

/** The last day of a month given as {@link monthNumber}. */
export function lastDayOfMonth(month: number): number {
  return dayNumber(Math.floor((month + 1) / 12), ((month + 1) % 12) + 1, 1) - 1;
}

/** The same day of the month `months` later, clamped to the end of a shorter month: 31 January + 1 is 28 or 29 February. */
export function addMonths(day: number, months: number): number {
  const target = monthNumber(day) + months;
  const first = dayNumber(Math.floor(target / 12), (target % 12) + 1, 1);
  return Math.min(first + civilDate(day).day - 1, lastDayOfMonth(target));
}

/** 1 for Monday to 7 for Sunday (ISO 8601). */
export function weekday(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The latest Monday-to-Friday day before `day`. Knows no holidays. */
export function previousWeekday(day: number): number {
  const position = weekday(day);
  return position === 1 ? day - 3 : position === 7 ? day - 2 : day - 1;
}
