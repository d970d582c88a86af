import { deepFreeze } from '../core/index.js';
import { joinedProxyRows, type ProxyRows, type SeriesMeta } from '../panel/index.js';
import { isoDate, type IsoDate, lastDayOfMonth, monthNumber, parseIsoDate } from '../time/index.js';

/** What a series says of itself whose rows from a day on come from a newer file. */
export function joinedMeta(bundled: SeriesMeta, newer: SeriesMeta, from: IsoDate, source?: string): SeriesMeta {
  const given = [newer.source, newer.vintage].filter((part) => part !== undefined).join(', ');
  const said = source ?? (given === '' ? 'a newer file' : given);
  const { kind, net, source: publisher, vintage, usesHindsight, researchPortfolio } = bundled;
  const marked = (a: boolean | undefined, b: boolean | undefined): boolean => a === true || b === true;
  return deepFreeze({
    kind,
    net,
    ...(publisher === undefined ? {} : { source: publisher }),
    ...(vintage === undefined ? {} : { vintage }),
    ...(marked(usesHindsight, newer.usesHindsight) ? { usesHindsight: true } : {}),
    ...(marked(researchPortfolio, newer.researchPortfolio) ? { researchPortfolio: true } : {}),
    ...(newer.endsOn === undefined ? {} : { endsOn: newer.endsOn }),
    joins: [
      ...(bundled.joins ?? []).filter((join) => join.from < from),
      { from, source: said },
      ...(newer.joins ?? []).filter((join) => join.from > from),
    ],
    ...joinedProxyRows(
      { ...bundled, proxyRows: proxiesBefore(bundled, from) },
      { ...newer, proxyRows: proxiesFrom(newer, from) },
    ),
  });
}

/** The stretches of proxies of the bundled rows; what they would mark behind the join is not theirs. */
function proxiesBefore({ proxyRows = [] }: SeriesMeta, join: IsoDate): ProxyRows[] {
  // Proxies are matched by month, so the stretch ends in the month before.
  const end = isoDate(lastDayOfMonth(monthNumber(parseIsoDate(join, 'appendMonths')) - 1));
  return proxyRows.filter(({ from }) => from < join).map((rows) => (rows.to < join ? rows : { ...rows, to: end }));
}

function proxiesFrom({ proxyRows = [] }: SeriesMeta, join: IsoDate): ProxyRows[] {
  return proxyRows.filter(({ to }) => to >= join).map((rows) => (rows.from >= join ? rows : { ...rows, from: join }));
}
