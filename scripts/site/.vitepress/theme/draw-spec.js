import { parse, View } from 'vega';
import { compile } from 'vega-lite';

const silent = {
  level: () => silent,
  error: () => silent,
  warn: () => silent,
  info: () => silent,
  debug: () => silent,
};

/** Draws a Vega-Lite spec into an element, as SVG with words under the pointer; answers what takes it away again. */
export async function drawSpec(element, spec) {
  const view = new View(parse(compile(spec, { logger: silent }).spec), {
    renderer: 'svg',
    logger: silent,
    container: element,
    hover: true,
  });
  await view.runAsync();
  return () => view.finalize();
}
