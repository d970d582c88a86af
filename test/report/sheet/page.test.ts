import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { usFunds, usFundsDaily } from '../../../src/data/index.js';
import { resample } from '../../../src/panel/index.js';
import { chartThemes } from '../../../src/report/charts/chart-theme.js';
import { darkColours } from '../../../src/report/sheet/dark-drawings.js';
import { pageStyle } from '../../../src/report/sheet/page-style.js';
import { shortlyNamed } from '../../../src/report/sheet/short-names.js';
import { tearSheet } from '../../../src/report/index.js';
import { root } from '../../support/source-files.js';
import { months } from './made-months.js';
import { options, run, sheet } from './made-sheets.js';
import { drawingsIn, tableIn } from './read-page.js';

const { html } = sheet;
const all = (pattern: RegExp): string[] => [...html.matchAll(pattern)].map(([, found]) => found!);

describe('the page of a tear sheet', () => {
  it('has one h1, and headings that skip no level', () => {
    const levels = all(/<h([1-6])/g).map(Number);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, index) => {
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    });
  });

  it('has a language, a title, a link past the list of sections, and a section for every link', () => {
    expect(html).toContain('<html lang="en">');
    expect(all(/<title>(.*?)<\/title>/g)[0]).toBe(sheet.title);
    const ids = all(/\sid="([^"]+)"/g);
    expect(new Set(ids).size).toBe(ids.length);
    for (const target of all(/href="#([^"]+)"/g)) expect(ids).toContain(target);
    for (const label of all(/aria-labelledby="([^"]+)"/g)) expect(ids).toContain(label);
    expect(all(/<section id="([^"]+)"/g)).toEqual(all(/<li><a href="#([^"]+)"/g));
    expect(html.indexOf('href="#main"')).toBeLessThan(html.indexOf('<nav'));
  });

  it('gives every table a caption, headings of columns and of rows, and a name for whom it scrolls', () => {
    const tables = html.match(/<table.*?<\/table>/gs) ?? [];
    expect(tables.length).toBeGreaterThan(8);
    for (const table of tables) {
      expect(table).toMatch(/^<table[^>]*><caption id="[^"]+"><span>[^<]+<\/span><\/caption><thead>/);
      expect(table).toContain('<th scope="col"');
      const rows = table.split('<tbody>')[1]!.match(/<tr>/g)!.length;
      expect(table.match(/<th scope="row"/g)).toHaveLength(rows);
    }
    expect(html.match(/<div class="scroll" role="region" tabindex="0" aria-labelledby=/g)).toHaveLength(tables.length);
  });

  it('gives every picture a name, a caption and its main fact in words', () => {
    const figures = html.match(/<figure.*?<\/figure>/gs) ?? [];
    expect(figures.length).toBeGreaterThan(12);
    for (const figure of figures) {
      expect(figure).toMatch(
        /^<figure[^>]* aria-label="[^"]+"><figcaption><b>[^<]+<\/b><span>[^<]+<\/span><\/figcaption>/,
      );
      for (const drawing of drawingsIn(figure)) expect(drawing).toMatch(/^<svg[^>]* role="img" aria-label="[^"]{20,}"/);
    }
  });

  it('is the same on every run and in every time zone, and does not say when it was made', async () => {
    const short = months('Made', 30, 1);
    const first = (await tearSheet(short)).html;
    const zone = process.env['TZ'];
    try {
      for (const [place, hours] of [
        ['America/Los_Angeles', 16],
        ['Pacific/Auckland', 12],
        ['Asia/Tokyo', 9],
      ] as const) {
        process.env['TZ'] = place;
        expect(new Date(0).getHours()).toBe(hours);
        expect((await tearSheet(short)).html === first).toBe(true);
      }
      expect((await tearSheet(run, options)).html === html).toBe(true);
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  it('knows its size, and the version of the package', () => {
    expect(sheet.bytes).toBe(Buffer.byteLength(html));
    const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string };
    expect(html).toContain(`backtilt ${version}`);
  });

  it('of 26 years of daily returns is under 1.5 MB, and of weeks and of years there is one too', async () => {
    const daily = usFundsDaily();
    const { bytes, html: days } = await tearSheet(daily.returns('IWM'), { benchmark: daily.returns('SPY') });
    expect(bytes).toBeLessThan(1_500_000);
    expect(days).toContain('Figures in windows are of monthly returns.');
    expect((await tearSheet(resample(daily, 'weekly').returns('IWM'))).html).toContain('weekly returns');
    const years = (await tearSheet(resample(usFunds(), 'annual').returns('SPY'))).html;
    expect(tableIn(years, 'calendar-table').heads).toEqual(['Year', 'Year total']);
  });

  it('names in legends are told apart where they begin alike and are long', () => {
    const [one, other] = [
      'Value: smallest 50 %, cheapest 50 %, screened',
      'Value: smallest 50 %, cheapest 50 %, unscreened',
    ];
    const named = (...names: readonly string[]): string[] =>
      shortlyNamed(names.map((name) => months(name, 12, 1))).map(({ name }) => name);
    expect(named(one, other)).toEqual(['… screened', '… unscreened']);
    expect(named('Short A', 'Short B')).toEqual(['Short A', 'Short B']);
    expect(named(one, 'SPY')).toEqual([one, 'SPY']);
    expect(named(one)).toEqual([one]);
  });

  it('is frozen and shows its headline figures as text', () => {
    expect(Object.isFrozen(sheet)).toBe(true);
    expect(String(sheet)).toContain(sheet.title);
    expect(String(sheet)).toMatch(/CAGR +8\.53 % +8\.44 %/);
    expect(String(sheet)).toContain('is "html": write it to a file and open it.');
  });
});

/** Relative luminance and contrast of WCAG 2.1, section 1.4.3. */
function contrast(a: string, b: string): number {
  const luminance = (colour: string): number => {
    const [red, green, blue] = [1, 3, 5].map((place) => {
      const part = parseInt(colour.slice(place, place + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

describe('the colours of a page', () => {
  it('black on white has a contrast of 21 : 1', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10);
  });

  it.each(['light', 'dark'] as const)('texts have 4.5 : 1 or more in the %s theme, on shades too', (theme) => {
    const style = pageStyle(theme);
    const block = theme === 'light' ? style.split('@media')[0]! : style.split('@media screen{')[1]!;
    const colours = Object.fromEntries(
      [...block.matchAll(/--(\w+):(#[0-9a-f]{6})/g)].map(([, name, colour]) => [name!, colour!]),
    );
    for (const text of ['text', 'muted', 'link'])
      for (const ground of ['background', 'panel'])
        expect([text, ground, contrast(colours[text]!, colours[ground]!) >= 4.5]).toEqual([text, ground, true]);
    const shades = [...block.matchAll(/\.[gs]\d\{background:(#[0-9a-f]{6});color:(#[0-9a-f]{6})\}/g)];
    expect(shades).toHaveLength(10);
    for (const [rule, ground, text] of shades) expect([rule, contrast(ground!, text!) >= 4.5]).toEqual([rule, true]);
  });

  it('every colour of every drawing has one that takes its place in the dark', () => {
    const dark = darkColours();
    const used = new Set(
      drawingsIn(html).flatMap((svg) => [...svg.matchAll(/ (?:fill|stroke)="([^"]+)"/g)].map(([, colour]) => colour!)),
    );
    expect([...used].filter((colour) => colour !== 'none' && colour !== 'transparent' && !dark.has(colour))).toEqual(
      [],
    );
  });

  it('no two colours of the light theme become one text on its ground in the dark', () => {
    const dark = darkColours();
    expect(dark.get(chartThemes.light.text)).toBe(chartThemes.dark.text);
    expect(dark.get(chartThemes.light.background)).toBe(chartThemes.dark.background);
    expect(dark.get(chartThemes.light.gain)).toBe(chartThemes.dark.gain);
    expect(dark.get(chartThemes.light.series[0]!)).toBe(chartThemes.dark.series[0]);
  });

  it("'light' and 'dark' do not ask the system, 'auto' does, and paper is never dark", () => {
    expect(pageStyle('light')).not.toContain('prefers-color-scheme');
    expect(pageStyle('dark')).not.toContain('prefers-color-scheme');
    expect(pageStyle('dark')).toContain('@media screen{:root{color-scheme:dark');
    expect(pageStyle('auto')).toContain('@media screen and (prefers-color-scheme:dark){');
  });
});
