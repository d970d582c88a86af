import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { root } from '../support/source-files.js';
import { numbersApart, textsApart } from './apart.js';
import { bundlers } from './bundlers.js';
import { figuresOn, ofPowers, own } from './figures-on.js';
import type { Figures } from './programs/figures.js';
import { platforms } from './programs-of.js';

/** Debian's; the test needs it, and says so where it is absent. */
const CHROMIUM = '/usr/bin/chromium';
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'];
const PICTURES = join(root, 'out', 'pictures');
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A comparison</title>
<link rel="icon" href="data:,"><style>body { font: 15px sans-serif; margin: 2em } svg { max-width: 100%; height: auto }</style>
<h1>A comparison</h1><div id="table"></div><div id="chart"></div><pre id="figures" hidden></pre>
<script type="module" src="main.js"></script></html>`;

describe.skipIf(!existsSync(CHROMIUM))(`a page that bundles the library (skipped without ${CHROMIUM})`, () => {
  const folder = join(inject('charts'), 'page');
  let browser: Browser;
  let server: Server;
  let address = '';

  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true });
    const { asksFor } = await bundlers.esbuild(inject('charts'), 'page.js', folder);
    expect(asksFor).toEqual([]);
    server = createServer(({ url = '/' }, response) => {
      const path = join(folder, normalize(url));
      const isScript = extname(path) === '.js' && path.startsWith(folder) && existsSync(path);
      response.writeHead(isScript || url === '/' ? 200 : 404, {
        'content-type': isScript ? 'text/javascript' : 'text/html; charset=utf-8',
      });
      response.end(isScript ? readFileSync(path) : url === '/' ? PAGE : '');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  });
  afterAll(async () => {
    await browser.close();
    server.close();
  });

  it('shows table and picture, asks for nothing but itself, complains of nothing and works out what Node does', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const [requests, complaints]: [string[], string[]] = [[], []];
    page.on('request', (request) => requests.push(request.url()));
    page.on('requestfailed', (request) => complaints.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(address);
    await page.waitForFunction(`document.getElementById('figures').textContent !== ''`, undefined, { timeout: 30_000 });
    await page.screenshot({ path: join(PICTURES, 'page.png'), fullPage: true });
    expect(complaints).toEqual([]);
    expect(requests.filter((url) => !url.startsWith(address) && !url.startsWith('data:'))).toEqual([]);
    expect(await page.locator('#table table').textContent()).toContain('-46.40 %');
    expect(await page.locator('#chart svg[role=img]').boundingBox()).toMatchObject({ width: 720 });
    expect(await page.locator('#chart svg path').count()).toBeGreaterThan(2);
    const shown = JSON.parse((await page.locator('#figures').textContent())!) as Figures;
    const node = figuresOn(platforms.node24 ?? own);
    expect(textsApart(shown, frontOnly(node))).toEqual([]);
    const apart = numbersApart(shown, node);
    // With the same mathematics all bits are the same; an older Node has another power.
    if (platforms.node24 !== undefined) expect(apart).toEqual([]);
    else for (const { name, most } of apart) expect([ofPowers.includes(name), most <= 2 ** -52]).toEqual([true, true]);
    await page.close();
  });
});

/** Without what the page has no doors for. */
function frontOnly({ numbers, texts }: Figures): Figures {
  const inFront = ([name]: readonly [string, string]): boolean => !/^(?:threads|files|names|proof)/.test(name);
  return { numbers, texts: Object.fromEntries(Object.entries(texts).filter(inFront)) };
}
