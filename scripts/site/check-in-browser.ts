import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { root } from '../../test/support/source-files.js';
import type { Outcome } from './check.js';
import { serve } from './serve.js';
import { tryIt } from './try-it.js';

/** Debian's. */
const CHROMIUM = '/usr/bin/chromium';
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'];
const PICTURES = join(root, 'out/pictures');
const widths = [1280, 390] as const;
const visited = [
  '/',
  '/start.html',
  '/charts.html',
  '/claims.html',
  '/statistics.html',
  '/cookbook.html',
  '/notebooks/compare-funds.html',
  '/api/index/functions/sharpeRatio.html',
  '/try-it.html',
];

/** A page that is open, and what went wrong since: complaints of the console, requests that failed or went elsewhere. */
interface Open {
  readonly page: Page;
  readonly faults: string[];
}

async function open(context: BrowserContext, address: string): Promise<Open> {
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(address) && !request.url().startsWith('data:')) faults.push(`asks ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
  });
  return { page, faults };
}

const overflow = `(() => { const { scrollWidth, clientWidth } = document.documentElement; return scrollWidth > clientWidth ? scrollWidth + ' in ' + clientWidth : ''; })()`;

/** Brings one chart after the other into sight and waits until it is drawn; answers those that were not. */
const drawAll = `(async () => {
  const missing = [];
  for (const figure of document.querySelectorAll('.live-picture')) {
    figure.scrollIntoView({ block: 'center', behavior: 'instant' });
    const begin = performance.now();
    while (figure.dataset.drawn !== 'true' && performance.now() - begin < 15000) await new Promise((go) => setTimeout(go, 20));
    if (figure.querySelector('svg') === null) missing.push('not drawn: ' + figure.getAttribute('aria-label'));
  }
  window.scrollTo({ top: 0, behavior: 'instant' });
  return missing;
})()`;

async function visit(context: BrowserContext, address: string, path: string, picture: string): Promise<string[]> {
  const { page, faults } = await open(context, address);
  await page.goto(`${address}${path}`, { waitUntil: 'load' });
  faults.push(...(await page.evaluate<string[]>(drawAll)));
  if (path === '/try-it.html') await page.waitForSelector('.try-it-answer svg', { timeout: 20_000 });
  const wide = await page.evaluate<string>(overflow);
  if (wide !== '') faults.push(`scrolls sideways: ${wide}`);
  if (/^\/(?:index)?$|charts|try-it|compare-funds|sharpeRatio/.test(path))
    await page.screenshot({ path: join(PICTURES, picture) });
  await page.close();
  return faults.map((fault) => `${path}: ${fault}`);
}

async function searches(context: BrowserContext, address: string): Promise<string[]> {
  const { page, faults } = await open(context, address);
  await page.goto(address);
  await page.locator('.DocSearch-Button').first().click();
  await page.locator('input.search-input').fill('sharpeRatio');
  const found = page.locator('.result[href*="functions/sharpeRatio.html"]').first();
  await found.waitFor({ timeout: 20_000 });
  await found.click();
  await page.waitForURL('**/sharpeRatio.html*');
  if ((await page.locator('h1').first().textContent())?.includes('sharpeRatio') !== true)
    faults.push('the page found has another title');
  await page.close();
  return faults;
}

/** What the page computes is what Node computes, also after another choice. */
async function computes(context: BrowserContext, address: string): Promise<string[]> {
  const { page, faults } = await open(context, address);
  await page.goto(`${address}/try-it.html`);
  await page.waitForSelector('.try-it-answer tbody');
  await page.locator('select[name=first]').selectOption('VBR');
  const { table } = tryIt({ first: 'VBR', second: 'AGG', weight: 0.3, tradingBps: 5 }).comparison;
  const shown = await page.evaluate<string[][]>(
    `[...document.querySelectorAll('.try-it-answer tbody tr')].map((row) => [...row.cells].map((cell) => cell.textContent))`,
  );
  if (JSON.stringify(shown) !== JSON.stringify(table.texts))
    faults.push(`the page shows ${JSON.stringify(shown)}, Node ${JSON.stringify(table.texts)}`);
  await page.close();
  return faults;
}

/** Two at a time: a page that is not in front draws late where many are open. */
async function inTurn<T>(jobs: readonly (() => Promise<T>)[]): Promise<T[]> {
  const [waiting, done]: [(() => Promise<T>)[], T[]] = [[...jobs], []];
  const worker = async (): Promise<void> => {
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) done.push(await job());
  };
  await Promise.all([worker(), worker()]);
  return done;
}

/** Opens the pages of the site in a browser. */
export async function checkInBrowser(): Promise<Outcome[]> {
  if (!existsSync(CHROMIUM)) {
    const name = 'the pages in a browser';
    return process.env['CI'] === undefined
      ? [{ name, faults: [], skipped: `no ${CHROMIUM}` }]
      : [{ name, faults: [`no ${CHROMIUM}`] }];
  }
  mkdirSync(PICTURES, { recursive: true });
  const { server, address } = await serve();
  const browser: Browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  const outcomes: Outcome[] = [];
  const attempt = async (name: string, work: () => Promise<string[]>): Promise<void> => {
    const faults = await work().catch((error: unknown) => [error instanceof Error ? error.message : String(error)]);
    outcomes.push({ name, faults });
  };
  try {
    for (const width of widths) {
      const context = await browser.newContext({ viewport: { width, height: 900 } });
      const picture = (path: string): string => `site-${width}${path.replaceAll('/', '-').replace(/\.html$/, '')}.png`;
      const all = (): Promise<string[][]> =>
        inTurn(visited.map((path) => () => visit(context, address, path, picture(path))));
      await attempt(
        `${visited.length} pages at ${width} pixels: no complaint, no failed request, none elsewhere, no scrolling sideways, every chart drawn`,
        async () => (await all()).flat(),
      );
      await context.close();
    }
    const dark = await browser.newContext({ viewport: { width: 1280, height: 900 }, colorScheme: 'dark' });
    await attempt('in dark colours too', async () =>
      (
        await Promise.all(
          ['/', '/charts.html'].map((path) =>
            visit(dark, address, path, `site-dark${path.replaceAll('/', '-').replace(/\.html$/, '')}.png`),
          ),
        )
      ).flat(),
    );
    await attempt('the search box finds sharpeRatio and leads to it', () => searches(dark, address));
    await attempt('the page "Try it" shows the figures that Node computes', () => computes(dark, address));
  } finally {
    await browser.close();
    server.close();
  }
  return outcomes;
}
