import { labelSvg, type SvgLabel } from './label-svg.js';
import { loadVega, type VegaImports, type VegaLogger } from './load-vega.js';
import type { VegaLiteSpec } from './vega-lite-spec.js';

/** Says nothing: what a specification of ours could be warned of is found by the tests. */
const silent: VegaLogger = {
  level: () => silent,
  error: () => silent,
  warn: () => silent,
  info: () => silent,
  debug: () => silent,
};

/** Draws a specification as SVG, without a browser and without the network. */
export async function svgOf(spec: VegaLiteSpec, label: SvgLabel, imports?: VegaImports): Promise<string> {
  const { compile, parse, View } = await loadVega(imports);
  const view = new View(parse(compile(spec, { logger: silent }).spec), { renderer: 'none', logger: silent });
  try {
    return labelSvg(await view.toSVG(), label);
  } finally {
    view.finalize();
  }
}
