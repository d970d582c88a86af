// When an easing cycle began, by every calendar that is bundled: the choice among them is worth more than most figures.
import { firstCutRules, firstCuts, recessionLinked, turningPoints, type DatedEvent } from 'backtilt';
import { usDiscountRateFirstCuts, usEffectiveRate, usPolicyRate, usRecessions } from 'backtilt/data';
import type { Era } from './era.js';

export interface EasingCalendar extends Era {
  readonly name: string;
  readonly events: readonly DatedEvent[];
}

const target = usPolicyRate();
const cuts = firstCuts(target).events;
const discount = usDiscountRateFirstCuts().events;
const peaks = turningPoints(usEffectiveRate(), { threshold: 0.01, by: 'difference', only: 'peaks' }).events;

const calendars: readonly EasingCalendar[] = [
  { name: 'target, default rule', from: '1982-10', events: cuts },
  {
    name: 'target, first cuts of half a point or more',
    from: '1982-10',
    events: cuts.filter(({ changeBps }) => changeBps <= -50),
  },
  { name: 'target, resumptions too', from: '1982-10', events: firstCuts(target, firstCutRules.resumptions).events },
  { name: 'target, any decrease', from: '1982-10', events: firstCuts(target, firstCutRules.anyDecrease).events },
  { name: 'discount rate 1954–1981', from: '1954-01', until: discount.at(-1)!.date, events: discount },
  {
    name: 'effective rate, from the peak (hindsight)',
    from: '1954-07',
    events: peaks.map(({ date }) => ({ date, knownOn: date })),
  },
  { name: 'effective rate, once a fall by 1 point confirmed the peak', from: '1954-07', events: peaks },
];

/** All of them, or only the events within a year of a recession: that is hindsight. */
export const easingCalendars = (linked: boolean): readonly EasingCalendar[] =>
  calendars.map(({ events, ...calendar }) => {
    const dated = events.map(({ date, knownOn }) => ({ date, knownOn }));
    if (!linked) return { ...calendar, events: dated };
    const how = { known: 'hindsight', windowMonths: 12, keep: 'linked' } as const;
    return { ...calendar, events: recessionLinked(dated, usRecessions(), how).events };
  });
