import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../support/source-files.js';
import { sheet } from '../report/sheet/made-sheets.js';
import { faultsOf } from './faults-of.js';

/** Debian's; the test needs it, and says so where it is absent. */
const CHROMIUM = '/usr/bin/chromium';
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'];
const PICTURES = join(root, 'out', 'pictures');

describe.skipIf(!existsSync(CHROMIUM))(`a tear sheet in a browser (skipped without ${CHROMIUM})`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'sheet-'));
  const file = pathToFileURL(join(folder, 'sheet.html')).href;
  let browser: Browser;

  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true });
    writeFileSync(join(folder, 'sheet.html'), sheet.html);
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  /** Opens the page and gathers what it asks for and what it complains of. */
  async function opened(look: {
    readonly width: number;
    readonly colorScheme?: 'light' | 'dark';
    readonly javaScriptEnabled?: boolean;
  }): Promise<{ readonly page: Page; readonly requests: readonly string[]; readonly complaints: readonly string[] }> {
    const { width, ...others } = look;
    const context = await browser.newContext({ viewport: { width, height: 900 }, ...others });
    const page = await context.newPage();
    const [requests, complaints]: [string[], string[]] = [[], []];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(file);
    return { page, requests, complaints };
  }

  it.each([
    [1280, 'light'],
    [1280, 'dark'],
    [390, 'light'],
    [390, 'dark'],
  ] as const)(
    '%i pixels wide, %s: nothing is asked for, complained of, clipped or covered',
    async (width, colorScheme) => {
      const { page, requests, complaints } = await opened({ width, colorScheme });
      expect([requests, complaints]).toEqual([[file], []]);
      expect(await page.evaluate(faultsOf)).toEqual([]);
      await page.screenshot({ path: join(PICTURES, `sheet-${width}-${colorScheme}.png`), fullPage: true });
      await page.context().close();
    },
  );

  it('without JavaScript it is the same page', async () => {
    const { page, requests, complaints } = await opened({ width: 1280, javaScriptEnabled: false });
    expect([requests, complaints]).toEqual([[file], []]);
    expect(await page.locator('section h2').count()).toBe(9);
    expect(await page.locator('section h2').last().isVisible()).toBe(true);
    await page.context().close();
  });

  it('the keyboard goes first past the list, then along it, then through what scrolls; a link leads to its section', async () => {
    const { page } = await opened({ width: 390 });
    const focused = (): Promise<string> =>
      page.evaluate(`(() => { const at = document.activeElement; return at.getAttribute('href') ?? at.className; })()`);
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('#main');
    const skip = await page.locator('.skip').boundingBox();
    expect(skip!.y).toBeGreaterThanOrEqual(0);
    const links = await page.evaluate<string[]>(
      `[...document.querySelectorAll('nav a')].map((one) => one.getAttribute('href'))`,
    );
    for (const link of links) {
      await page.keyboard.press('Tab');
      expect(await focused()).toBe(link);
    }
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe(links.at(-1));
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('scroll');
    await page.context().close();
  });

  it('a screen reader finds names for the page, its parts, tables and pictures', async () => {
    const { page } = await opened({ width: 1280 });
    const tree = await page.locator('body').ariaSnapshot();
    expect(tree).toContain(`heading "${sheet.title}" [level=1]`);
    expect(tree).toContain('navigation "Sections"');
    for (const part of ['Headline figures', 'Growth and drawdowns', 'Calendar', 'Data and provenance'])
      expect(tree).toContain(`region "${part}"`);
    expect(tree.match(/\bfigure "[^"]+"/g)!.length).toBeGreaterThan(12);
    expect(tree.match(/\bimg "[^"]{20,}"/g)!.length).toBe(tree.match(/\bfigure "/g)!.length);
    expect(tree).not.toMatch(/- (?:img|table|region|figure):?$/m);
    await page.context().close();
  });

  it('links inside the frame of a notebook stay in the frame', async () => {
    const bundle = (sheet as unknown as Record<symbol, () => Record<string, string>>)[Symbol.for('Jupyter.display')]!();
    writeFileSync(
      join(folder, 'notebook.html'),
      `<!doctype html><title>n</title><h1>Notebook</h1>${bundle['text/html']!}`,
    );
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    await page.goto(pathToFileURL(join(folder, 'notebook.html')).href);
    const frame = page.frameLocator('iframe');
    await frame.locator('nav a[href$="#data"]').click();
    expect(await frame.locator('h1').textContent()).toBe(sheet.title);
    expect(await frame.locator('#data h2').isVisible()).toBe(true);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('prints, in light colours, over several pages', async () => {
    const { page } = await opened({ width: 1280, colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print' });
    const ground = await page.evaluate(`getComputedStyle(document.body).backgroundColor`);
    expect(ground).toBe('rgb(255, 255, 255)');
    const pdf = await page.pdf({ path: join(PICTURES, 'sheet.pdf'), format: 'A4' });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect((pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length).toBeGreaterThan(3);
    await page.context().close();
  });
});
