import { describe, expect, it } from 'vitest';
import { fromSeries } from '../../../src/panel/index.js';
import { backtest } from '../../../src/engine/index.js';
import { compareSheet, tearSheet } from '../../../src/report/index.js';
import { fixedMix } from '../../../src/strategy/index.js';
import { sheet } from './made-sheets.js';
import { months } from './made-months.js';
import { tableIn, unescaped } from './read-page.js';

/** Names that would run, break out of an attribute, an element or a drawing, or be taken for an address. */
const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onload='alert(1)",
  ']]><svg onload=alert(1)>',
  'javascript:alert(1)',
  '</style><script>alert(1)</script>',
  '--><b>&amp;&lt;',
];

/** Tags of a page with their attributes. */
const tagsOf = (html: string): string[] => html.match(/<[a-z!/][^<>]*>/gi) ?? [];

const FORBIDDEN = /^<\/?(?:script|img|iframe|object|embed|link|base|form|input|foreignObject|use|image|audio|video)\b/i;

function expectHarmless(html: string): void {
  const tags = tagsOf(html);
  expect(tags.filter((tag) => FORBIDDEN.test(tag))).toEqual([]);
  // Attributes without what stands inside quotes: no handler is left among them.
  const bare = tags.map((tag) => tag.replaceAll(/"[^"]*"/g, '""'));
  expect(bare.filter((tag) => /\son\w+\s*=/i.test(tag) || tag.includes("'"))).toEqual([]);
  const addresses = [...html.matchAll(/\s(?:href|src|action|xlink:href)="([^"]*)"/g)].map(([, address]) => address!);
  expect(addresses.filter((address) => !/^#[\w-]+$/.test(address))).toEqual([]);
}

describe('a tear sheet is safe whatever things are called', () => {
  it.each([0, 3, 5])(
    'a series, a benchmark, a title, a source and a band of hostile names from %i on are text',
    async (from) => {
      const [own, rival, title, source, label] = [0, 1, 2, 3, 4].map(
        (place) => HOSTILE[(from + place) % HOSTILE.length]!,
      );
      const series = months(own!, 60, 1, { source: source!, vintage: label! });
      const { html } = await tearSheet(series, {
        benchmark: months(`b ${rival!}`, 60, 2, { joins: [{ from: '2003-01-31', source: source! }] }),
        title: `t ${title!}`,
        bands: { from: '2002-01', to: '2002-06', label: label! },
      });
      expectHarmless(html);
      expect(unescaped(/<h1>(.*?)<\/h1>/s.exec(html)![1]!)).toBe(`t ${title!}`);
      expect(tableIn(html, 'comparison').heads).toEqual(['', own, `b ${rival!}`]);
      expect([...tableIn(html, 'regimes-0').rows.keys()]).toEqual(['all', label, `not ${label!}`]);
    },
  );

  it('names of assets, of a strategy and of its parameters are text', async () => {
    const [one, other] = HOSTILE as [string, string];
    const panel = fromSeries(months(one, 60, 1), months(other, 60, 2));
    const mix = {
      ...fixedMix({ weights: { [one]: 0.5, [other]: 0.5 } }),
      name: HOSTILE[5]!,
      params: { [HOSTILE[3]!]: one },
    };
    const run = backtest(panel, mix);
    const { html } = await compareSheet([run, months(HOSTILE[6]!, 60, 3)]);
    expectHarmless(html);
    expectHarmless((await tearSheet(run)).html);
    expect([...tableIn((await tearSheet(run)).html, 'holdings-0').rows.keys()].sort()).toEqual(
      [one, other, 'Cash'].sort(),
    );
  });

  it('nothing may be loaded: a policy says so, and there is no address outside the page', () => {
    const { html } = sheet;
    expect(html).toContain(
      `http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline';`,
    );
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<style>'));
    const outside = (html.match(/(?:https?:)?\/\/[\w.]+[^"'\s<)]*/g) ?? []).filter(
      (address) => !/^http:\/\/www\.w3\.org\/(?:2000\/svg|1999\/xlink)$/.test(address),
    );
    expect(outside).toEqual([]);
    expect(html).not.toMatch(/@import|url\((?!#)/);
    expectHarmless(html);
  });

  it('in a notebook it stands in a frame that may run nothing and whose text is escaped', () => {
    const bundle = (sheet as unknown as Record<symbol, () => Record<string, string>>)[Symbol.for('Jupyter.display')]!();
    expect(Object.keys(bundle)).toEqual(['text/html', 'text/plain']);
    const frame = bundle['text/html']!;
    expect(frame).toMatch(/^<iframe title="[^"<>]*" sandbox="" srcdoc="[^"<>]*" style="[^"<>]*"><\/iframe>$/);
    const page = unescaped(/srcdoc="([^"]*)"/.exec(frame)![1]!);
    expect(page.replaceAll(' href="about:srcdoc#', ' href="#')).toBe(sheet.html);
  });
});
