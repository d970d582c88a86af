// When an easing cycle began, by every calendar that is bundled: the choice among them is worth more than most figures.
import { firstCutRules, firstCuts, recessionLinked, turningPoints, type StudyEvents } from 'backtilt';
import { usDiscountRateFirstCuts, usEffectiveRate, usPolicyRate, usRecessions } from 'backtilt/data';

const lists = {
  'target, default rule': firstCuts(usPolicyRate()),
  'target, half a point or more': firstCuts(usPolicyRate(), firstCutRules.halfPoint),
  'target, resumptions too': firstCuts(usPolicyRate(), firstCutRules.resumptions),
  'target, any decrease': firstCuts(usPolicyRate(), firstCutRules.anyDecrease),
  'discount rate 1954–1981': usDiscountRateFirstCuts(),
  'effective rate, peaks by 1 point': turningPoints(usEffectiveRate(), {
    threshold: 0.01,
    by: 'difference',
    only: 'peaks',
  }),
};

/** All of them, or only the events within a year of a recession: that is hindsight. */
export const easingCalendars = (linked: boolean): [name: string, events: StudyEvents][] =>
  Object.entries(lists).map(([name, { events }]) => {
    const dated = events.map(({ date, knownOn }) => ({ date, knownOn }));
    if (!linked) return [name, dated];
    return [name, recessionLinked(dated, usRecessions(), { known: 'hindsight', windowMonths: 12, keep: 'linked' })];
  });
