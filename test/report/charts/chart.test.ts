import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import * as vega from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { fromReturns, wealth } from '../../../src/index.js';
import { usFunds, usFundsDaily } from '../../../src/data/index.js';
import { wealthChart } from '../../../src/report/index.js';
import { loadVega } from '../../../src/report/charts/load-vega.js';
import { expectInputError } from '../../support/expect-input-error.js';
import { root } from '../../support/source-files.js';
import { gallery } from './gallery.js';
import { namesIn, SHARED_NAMES } from './shared-names.js';

const charts = Object.entries(gallery());
const funds = usFunds();
const chart = wealthChart([funds.returns('IWM'), funds.returns('SPY')]);

describe.each(charts)('%s', (_, one) => {
  const spec = one.toSpec();

  it('is plain data: JSON gives it back as it is, without NaN or undefined', () => {
    expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
    expect(namesIn(spec, (value) => typeof value === 'number' && !Number.isFinite(value))).toEqual([]);
  });

  it('compiles in Vega-Lite and runs in Vega without a warning, light and dark', async () => {
    for (const theme of ['light', 'dark'] as const) {
      const said: unknown[] = [];
      const logger = vega.logger(vega.Warn, undefined, (...all: unknown[]) => void said.push(all.slice(2)));
      const compiled = compile(one.toSpec({ theme }) as unknown as TopLevelSpec, { logger });
      const view = new vega.View(vega.parse(compiled.spec), { renderer: 'none', logger });
      await view.runAsync();
      view.finalize();
      expect(said).toEqual([]);
    }
  });

  it('uses only what Vega-Lite 5 and 6 share', () => {
    expect(spec.$schema).toBe('https://vega.github.io/schema/vega-lite/v5.json');
    expect(namesIn(spec, () => true).filter((name) => !SHARED_NAMES.has(name))).toEqual([]);
  });

  it('says what is seen: title, subtitle, a fact with figures, axes with titles, a table', () => {
    for (const text of [one.title, one.subtitle, one.description]) expect(text).not.toBe('');
    expect(one.description).toMatch(/\d/);
    expect(one.description).not.toMatch(/NaN|undefined|null/);
    expect(one.data.rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(spec)).toMatch(/"axis":\{[^}]*"title":"[^"]/);
  });

  it('is drawn with a role and texts for screen readers, as large as asked, and nothing outside of it', async () => {
    const svg = await one.toSvg({ width: 500, height: 320 });
    expect(svg).toMatch(
      /^<svg [^>]*width="500" height="320"[^>]* role="img" aria-label="[^"]+"><title>[^<]+<\/title><desc>/,
    );
    expect(svg).not.toMatch(/NaN|undefined|https?:(?!\/\/www\.w3\.org)/);
  });
});

describe('a chart', () => {
  it('shows itself in notebooks as a Vega-Lite picture, with text and without HTML', () => {
    const display = (chart as unknown as Record<symbol, () => Record<string, unknown>>)[
      Symbol.for('Jupyter.display')
    ]!();
    expect(Object.keys(display)).toEqual(['application/vnd.vegalite.v5+json', 'text/plain']);
    expect(display['application/vnd.vegalite.v5+json']).toEqual(chart.toSpec());
    expect(display['text/plain']).toBe(String(chart));
    for (const name of ['outerHTML', 'toDataURL', 'schema', 'head', 'toRecords']) expect(name in chart).toBe(false);
  });

  it('shows itself in a console as title, subtitle, the fact, and the ends of its table', () => {
    const inspect = (chart as unknown as Record<symbol, () => string>)[Symbol.for('nodejs.util.inspect.custom')]!();
    expect(inspect).toContain('Growth of 1: IWM and SPY\n2000-06 to 2026-07, monthly.');
    expect(inspect).toContain('… 305 more');
    expect(inspect).toContain('2000-05-31  1.0000');
  });

  it('is frozen', () => {
    expect(Object.isFrozen(chart)).toBe(true);
  });

  it('refuses what it does not know, with the near name', async () => {
    expectInputError('option.unknown', ['Did you mean theme'], () => chart.toSpec({ them: 'dark' } as never));
    expectInputError('option.range', ["'light', 'dark'"], () => chart.toSpec({ theme: 'sepia' } as never));
    expectInputError('option.range', ['from 240 to 4000'], () => chart.toSpec({ width: 10 }));
    await expect(chart.toSvg({ height: NaN })).rejects.toMatchObject({ code: 'option.type' });
  });

  it('says what to install where the packages that draw it are missing', async () => {
    const missing = (): Promise<unknown> =>
      Promise.reject(Object.assign(new Error('no'), { code: 'ERR_MODULE_NOT_FOUND' }));
    const imports = { vega: missing, vegaLite: () => Promise.resolve({}) };
    await expect(loadVega(imports)).rejects.toMatchObject({
      code: 'package.missing',
      message: expect.stringContaining('npm install vega vega-lite') as string,
      details: { package: 'vega' },
    });
    const broken = { vega: () => Promise.reject(new Error('broken')), vegaLite: missing };
    await expect(loadVega(broken)).rejects.toThrow('broken');
  });

  it('has ids of its own for each drawing, the same on every run', async () => {
    const daily = wealthChart(usFundsDaily().returns('SPY'));
    const [first, again] = [await daily.toSvg(), await daily.toSvg()];
    expect(again).toBe(first);
    const ids = [...first.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]!);
    expect(ids.every((id) => /^c[0-9a-f]{8}-\d+$/.test(id))).toBe(true);
  });

  it('is drawn with the same bytes in four time zones', () => {
    const script = `
      import { createHash } from 'node:crypto';
      import { usFunds, usRecessions, usPolicyRate } from './src/data/index.ts';
      import { firstCuts } from './src/index.ts';
      import { wealthChart, calendarHeatMap } from './src/report/index.ts';
      const iwm = usFunds().returns('IWM');
      const bands = [usRecessions(), firstCuts(usPolicyRate())];
      for (const zone of ['UTC', 'America/Los_Angeles', 'Asia/Tokyo', 'Pacific/Auckland']) {
        process.env.TZ = zone;
        const hash = createHash('sha256');
        for (const chart of [wealthChart(iwm, { bands }), calendarHeatMap(iwm)]) hash.update(await chart.toSvg());
        console.log(new Date(0).getTimezoneOffset(), hash.digest('hex'));
      }`;
    const drawn = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      cwd: root,
      encoding: 'utf8',
    });
    const lines = drawn
      .trim()
      .split('\n')
      .map((line) => line.split(' '));
    expect(lines.map(([offset]) => Number(offset))).toEqual([0, 480, -540, -720]);
    expect(lines[0]![1]).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set(lines.map(([, hash]) => hash)).size).toBe(1);
  }, 60_000);
});

describe('a chart of a short series', () => {
  const short = fromReturns({ frequency: 'monthly', dates: ['2024-01'], returns: { A: [0.25] } }).returns('A');

  it('of one row has the base and that row', async () => {
    const one = wealthChart(short);
    expect(one.data.rows).toEqual([
      { date: '2023-12-31', A: 1 },
      { date: '2024-01-31', A: wealth(short)[1] },
    ]);
    expect(await one.toSvg()).toContain('</svg>');
  });

  it('without a return is refused', () => {
    const empty = fromReturns({ frequency: 'monthly', dates: ['2024-01'], returns: { A: [0.25], B: [NaN] } }).returns(
      'B',
    );
    expectInputError('panel.empty-window', ['B', 'nothing to draw'], () => wealthChart(empty));
  });

  it('of two names alike is refused', () => {
    expectInputError('panel.name', ['"A"'], () => wealthChart([short, short]));
  });
});
