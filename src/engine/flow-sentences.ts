import { inPercent } from '../core/index.js';
import { type CalendarSchedule, describeSchedule } from '../time/index.js';
import type { Flow, Flows } from './flows-options.js';

/** The investor's money in sentences. `opening` is what there was at the start of a later part of the run. */
export function flowSentences(flows: Flows | null, opening?: number): string[] {
  if (flows === null) return [];
  const { initial, contributions, withdrawals } = flows;
  const lines = [...describe(contributions, 'in'), ...describe(withdrawals, 'out')];
  const start =
    opening === undefined
      ? `Wealth starts at ${initial}`
      : `Wealth at the start of the slice is ${Number(opening.toFixed(initial >= 100 ? 2 : 6))}`;
  return [
    `${start}${lines.length === 0 ? '' : `; ${lines.join('; ')}`}.`,
    ...(lines.length === 0 ? [] : ['Returns are time-weighted: money that comes or goes is in none of them.']),
  ];
}

function describe(given: Flows['contributions'], way: 'in' | 'out'): string[] {
  const list: readonly Flow[] = given === undefined ? [] : isList(given) ? given : [given];
  return list.map(({ amount, share, schedule, at = 'end', inflation, from, to }) => {
    const size = amount === undefined ? `${inPercent(share ?? 0)} of wealth` : String(amount);
    const growth =
      inflation === undefined
        ? ''
        : typeof inflation === 'string'
          ? `, growing with ${inflation}`
          : `, growing ${inPercent(inflation)} a year`;
    const when = isDays(schedule) ? `on ${schedule.join(', ')}` : describeSchedule(schedule);
    const bounds = `${from === undefined ? '' : ` from ${from}`}${to === undefined ? '' : ` to ${to}`}`;
    return `${size} comes ${way} ${when} at the ${at} of the period${growth}${bounds}`;
  });
}

const isList = (given: Flow | readonly Flow[]): given is readonly Flow[] => Array.isArray(given);
const isDays = (schedule: CalendarSchedule | readonly string[]): schedule is readonly string[] =>
  Array.isArray(schedule);
