// Do small caps beat large ones after the first rate cut? Nine events, beside all windows and the recession-linked ones apart.
import { compareGroups, eventStudy, firstCuts } from 'backtilt';
import { frenchSize, usPolicyRate } from 'backtilt/data';

const size = frenchSize();
const cuts = firstCuts(usPolicyRate());
const study = eventStudy(size.returns('Lo 30'), cuts, {
  benchmark: size.returns('Hi 30'),
  months: [6, 12, 24],
});
console.log(study);

const linked = new Set(['2001-01-03', '2007-09-18', '2019-07-31']); // a recession began within a year: known only afterwards
const year = study.horizons[1]!.events;
const group = (wanted: boolean) => year.filter(({ date }) => linked.has(date) === wanted).map(({ value }) => value);
console.log(compareGroups(group(true), group(false), { labels: ['recession-linked', 'not linked'] }));
