import { InputError } from '../../core/index.js';
import type { VegaLiteSpec } from './vega-lite-spec.js';

/** What is used of the packages "vega" and "vega-lite". */
export interface Vega {
  /** Turns a Vega-Lite specification into one of Vega; warnings go to the logger. */
  readonly compile: (spec: VegaLiteSpec, options?: { readonly logger: VegaLogger }) => { readonly spec: object };
  readonly parse: (spec: object) => object;
  readonly View: new (runtime: object, options: { readonly renderer: 'none'; readonly logger: VegaLogger }) => VegaView;
}

interface VegaView {
  toSVG(): Promise<string>;
  finalize(): unknown;
}

/** Where the packages would write to the console. */
export interface VegaLogger {
  level(level?: number): unknown;
  error(...message: readonly unknown[]): VegaLogger;
  warn(...message: readonly unknown[]): VegaLogger;
  info(...message: readonly unknown[]): VegaLogger;
  debug(...message: readonly unknown[]): VegaLogger;
}

/** How the two packages are imported. */
export interface VegaImports {
  readonly vega: () => Promise<unknown>;
  readonly vegaLite: () => Promise<unknown>;
}

/** Throws it again. A bundler takes an import whose failure is handled for one that may be missing; without this a bundle could not be built where it is. */
const failed = (error: unknown): never => {
  throw error;
};

const installed: VegaImports = {
  vega: () => import('vega').catch(failed),
  vegaLite: () => import('vega-lite').catch(failed),
};

/** How Node, Deno, Bun, browsers and bundlers say it. */
const NOT_FOUND =
  /cannot find|could not find|(?:could not|failed to|does not) resolve|bare specifier|not a dependency/i;

/** Loads the two packages, which are optional: only pictures need them. */
export async function loadVega(imports: VegaImports = installed): Promise<Vega> {
  const [vega, vegaLite] = await Promise.all([needed('vega', imports.vega), needed('vega-lite', imports.vegaLite)]);
  return { ...(vega as Pick<Vega, 'parse' | 'View'>), ...(vegaLite as Pick<Vega, 'compile'>) };
}

async function needed(name: string, load: () => Promise<unknown>): Promise<unknown> {
  try {
    return await load();
  } catch (error) {
    const { code, message = '' } = error as { readonly code?: unknown; readonly message?: string };
    const missing = code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND' || NOT_FOUND.test(message);
    if (!missing) throw error;
    throw new InputError(
      'package.missing',
      `chart.toSvg: the package "${name}" is not installed; it draws the picture. Install both that it takes: npm install vega vega-lite. chart.toSpec() needs neither.`,
      { package: name, install: 'npm install vega vega-lite' },
    );
  }
}
