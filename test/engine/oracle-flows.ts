import { fallsOn, rowDate, yearsOfRow } from './oracle-calendar.js';
import type { OracleFlow, OracleInput } from './oracle-input.js';

/** Which flows fall at the close of a row, in the order in which they are made. */

/** One flow of one row: so much money, or that share of what there is; withdrawals have sign −1. */
export interface Due {
  readonly sign: 1 | -1;
  readonly amount?: number;
  readonly share?: number;
}

const listOf = (flows: OracleFlow | readonly OracleFlow[] | undefined): readonly OracleFlow[] =>
  flows === undefined ? [] : Array.isArray(flows) ? (flows as readonly OracleFlow[]) : [flows as OracleFlow];

/** The flows at the end of the period of a row, or at the start of the period after it. */
export function flowsOn(input: OracleInput, at: 'start' | 'end', row: number, first: number, last: number): Due[] {
  const { contributions, withdrawals } = input.flows ?? {};
  return [
    ...listOf(contributions).flatMap((flow) => dues(input, flow, 1, at, row, first, last)),
    ...listOf(withdrawals).flatMap((flow) => dues(input, flow, -1, at, row, first, last)),
  ];
}

function dues(
  input: OracleInput,
  flow: OracleFlow,
  sign: 1 | -1,
  at: 'start' | 'end',
  row: number,
  first: number,
  last: number,
): Due[] {
  if ((flow.at ?? 'end') !== at) return [];
  const lowest = at === 'start' ? first : first + 1;
  const highest = at === 'start' ? last - 1 : last;
  if (row < lowest || row > highest) return [];
  const date = rowDate(input, row);
  if (flow.from !== undefined && date < flow.from) return [];
  if (flow.to !== undefined && date > flow.to) return [];
  const due = {
    sign,
    ...(flow.share === undefined ? { amount: flow.amount! * growth(input, flow, row, first) } : { share: flow.share }),
  };
  return Array.from({ length: timesOn(input, flow, row, first, lowest) }, () => due);
}

function timesOn(input: OracleInput, { schedule }: OracleFlow, row: number, first: number, lowest: number): number {
  if (!isDays(schedule)) return fallsOn(schedule, input, row, first) ? 1 : 0;
  // The first row on or after a day: the day is not after this row, but after the row before it, where that one could take it.
  return schedule.filter((day) => day <= rowDate(input, row) && (row === lowest || day > rowDate(input, row - 1)))
    .length;
}

const isDays = (schedule: OracleFlow['schedule']): schedule is readonly string[] => Array.isArray(schedule);

function growth(input: OracleInput, { inflation }: OracleFlow, row: number, first: number): number {
  if (inflation === undefined) return 1;
  if (typeof inflation === 'string') {
    const known = input.indicators![inflation]!;
    return known[row + 1]! / known[first + 1]!;
  }
  let years = 0;
  for (let passed = first + 1; passed <= row; passed++) years += yearsOfRow(input, passed);
  return (1 + inflation) ** years;
}
