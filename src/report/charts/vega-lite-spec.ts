/** Plain data: what JSON can say. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

/** An object of plain data. */
export interface JsonObject {
  readonly [key: string]: Json;
}

/** The only `$schema` that today's notebooks know; the specs use what versions 5 and 6 share. */
export const VEGA_LITE_SCHEMA = 'https://vega.github.io/schema/vega-lite/v5.json';

/**
 * A chart as a Vega-Lite specification: plain data with its figures inside, which any Vega-Lite 5 or 6 draws. Change it as any object:
 * `{ ...chart.toSpec(), background: 'white' }`.
 */
export interface VegaLiteSpec extends JsonObject {
  readonly $schema: typeof VEGA_LITE_SCHEMA;
}
