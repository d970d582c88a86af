import { deepFreeze } from '../core/index.js';
import { joinedProxyRows, lifeOf, type ProxyRows, type ReturnSeries, type SeriesMeta } from '../panel/index.js';
import type { Calendar } from '../time/index.js';
import type { AdjustedProxy } from './adjust-proxy.js';
import type { Joint } from './splice-joint.js';
import { overlapInWords, type SpliceOverlap } from './splice-overlap.js';

/** What a spliced series is made of. */
interface SplicedFrom extends Omit<AdjustedProxy, 'series'> {
  readonly proxy: ReturnSeries;
  readonly actual: ReturnSeries;
  readonly calendar: Calendar;
  readonly joint: Joint;
  readonly overlap: SpliceOverlap;
}

/** What a spliced series says of itself: which rows are the proxy's, what was done to it, where both come from. */
export function splicedMeta({ proxy, actual, calendar, joint, overlap, fee, beta }: SplicedFrom): SeriesMeta {
  const metas = [proxy.meta, actual.meta];
  const changes = [
    ...(beta === undefined ? [] : [`times beta ${beta.toFixed(2)}`]),
    ...(fee === 0 ? [] : [`less ${percent(fee)} a year`]),
  ];
  const facts = overlapInWords(overlap, calendar.frequency);
  const stretch: ProxyRows = {
    from: calendar.date(lifeOf(proxy.values).first),
    to: calendar.date(joint.proxyRows - 1),
    source: `${proxy.name} (${[...changes, facts].join('; ')})`,
  };
  const join = { from: calendar.date(joint.proxyRows), source: actual.name };
  const sources = new Set(
    metas.flatMap(({ source, vintage }) =>
      source === undefined ? [] : [vintage === undefined ? source : `${source}, ${vintage}`],
    ),
  );
  // A proxy that is spliced itself keeps its own marks up to the joint.
  const inner =
    proxy.meta.proxyRows
      ?.filter(({ from }) => from <= stretch.to)
      .map((rows) => ({ ...rows, to: rows.to < stretch.to ? rows.to : stretch.to })) ?? [];
  return deepFreeze({
    kind: actual.meta.kind,
    net: actual.meta.net && (proxy.meta.net || fee > 0),
    ...(sources.size === 0 ? {} : { source: [...sources].join('; ') }),
    ...(metas.some(({ researchPortfolio }) => researchPortfolio === true) ? { researchPortfolio: true } : {}),
    ...(beta !== undefined || metas.some(({ usesHindsight }) => usesHindsight === true) ? { usesHindsight: true } : {}),
    ...(actual.meta.endsOn === undefined ? {} : { endsOn: actual.meta.endsOn }),
    joins: [
      ...(proxy.meta.joins?.filter(({ from }) => from < join.from) ?? []),
      join,
      ...(actual.meta.joins?.filter(({ from }) => from > join.from) ?? []),
    ],
    ...joinedProxyRows({ ...proxy.meta, proxyRows: [stretch, ...inner] }, actual.meta),
  });
}

/** 0.0025 is "0.25 %", with as many digits as there are. */
const percent = (fraction: number): string => `${Number((fraction * 100).toPrecision(10))} %`;
