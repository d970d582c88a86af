/**
 * The words of Vega-Lite that the specs may use: each is in the JSON schemas of version 5.20 and of version 6. Names of data fields are
 * not looked at, since they are below `values`.
 */
export const SHARED_NAMES: ReadonlySet<string> = new Set(
  `$schema description title text subtitle anchor frame dx offset background config width height padding left right top bottom autosize type
  font aria view stroke color subtitleColor fontSize lineHeight subtitleFontSize subtitleLineHeight subtitlePadding axis labelColor titleColor
  gridColor domainColor tickColor labelFontSize titleFontSize titleFontWeight legend range category layer data values mark encoding x x2 y y2
  field scale grid tickCount labelOverlap format nice domain zero opacity strokeDash strokeWidth strokeJoin point tooltip orient direction
  symbolType columns labelLimit titleAngle titleAlign titleBaseline titleX titleY fillOpacity line dy align baseline datum value condition
  test interpolate clamp ticks labelAngle xOffset paddingInner stack order resolve sort detail filled size tickMinStep fontWeight labels`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** The names of properties of a spec whose value passes, its data left out. */
export function namesIn(spec: unknown, passes: (value: unknown) => boolean, found = new Set<string>()): string[] {
  if (Array.isArray(spec)) for (const one of spec as unknown[]) namesIn(one, passes, found);
  else if (typeof spec === 'object' && spec !== null) {
    for (const [name, value] of Object.entries(spec)) {
      if (passes(value)) found.add(name);
      // The rows of inline data: only their values may be asked about, their names are ours.
      if (name !== 'values') namesIn(value, passes, found);
    }
  }
  return [...found];
}
