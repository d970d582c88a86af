import type { PanelParts, PanelStore } from '../panel/index.js';

type Fact = NonNullable<PanelParts['fields']> extends ReadonlyMap<string, readonly (infer Each)[]> ? Each : never;

/** Fields and indicators of a panel that is continued: up to row `first` as they were known in it, from there on as in the newer one. */
export function joinedFacts(
  a: PanelStore,
  b: PanelStore,
  first: number,
): Required<Pick<PanelParts, 'fields' | 'indicators'>> {
  const start = first === 0 ? a.calendar.base : a.calendar.days[first - 1]!;
  const joined =
    (before: Fact, after: Fact | undefined): Fact =>
    (calendar) => {
      const values = before(calendar);
      if (after === undefined) return values;
      const later = after(calendar);
      for (let row = 0; row < calendar.length; row++)
        if (calendar.days[row]! > start) values[row + 1] = later[row + 1]!;
      return values;
    };
  const fields = [...a.fields].map(([name, facts]): [string, readonly Fact[]] => [
    name,
    facts.map((fact, index) => joined(fact, b.fields.get(name)?.[b.assets.indexOf(a.assets[index]!)])),
  ]);
  const indicators = [...a.indicators].map(([name, before]) => {
    const after = b.indicators.get(name)!;
    const sources = [...new Set([before.source, after.source])].filter((source) => source !== undefined);
    const indicator = {
      fact: joined(before.fact, after.fact),
      usesHindsight: before.usesHindsight || after.usesHindsight,
      ...(sources.length === 0 ? {} : { source: sources.join('; ') }),
      ...(after.lastKnown === undefined ? {} : { lastKnown: after.lastKnown }),
    };
    return [name, indicator] as const;
  });
  return { fields: new Map(fields), indicators: new Map(indicators) };
}
