import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fetchFred, fetchFrench, parseFrench, parseObservations, readFrench } from '../../src/io/index.js';
import { zipEntry } from '../../src/io/zip-entry.js';
import { isInputError } from '../../src/core/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { zipOf } from './zip-of.js';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A server on loopback; what it answers is set by each test. */
let server: Server;
let baseUrl = '';
let asked: string[] = [];
let answers: Answer[] = [];
const folder = mkdtempSync(join(tmpdir(), 'backtilt-fetch-'));

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const answer = answers.length > 1 ? answers.shift()! : answers[0]!;
    answer(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  asked = [];
  answers = [];
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  rmSync(folder, { recursive: true, force: true });
});

const says =
  (body: string | Uint8Array, status = 200): Answer =>
  (_, response) => {
    response.writeHead(status);
    response.end(body);
  };
const breaksOff: Answer = (request) => {
  request.socket.destroy();
};
const never: Answer = () => undefined;
const half: Answer = (_, response) => {
  response.writeHead(200, { 'content-length': '1000' });
  response.write('observation_date,DFF\n');
  setImmediate(() => response.destroy());
};

const fred = 'observation_date,DFF\n2020-03-01,0.75\n2020-04-01,.\n';
const french = 'Made using the 202512 CRSP database.\r\n\r\n,Mom\r\n202401,  2.50\r\n202402, -99.99\r\n';

/** What an asynchronous refusal says. */
async function refusal(act: Promise<unknown>): Promise<() => never> {
  try {
    await act;
  } catch (error) {
    return () => {
      throw error;
    };
  }
  throw new Error('expected a refusal');
}

describe('fetchFred', () => {
  it('gives the text of a series, which parseObservations reads', async () => {
    answers = [says(fred)];
    const text = await fetchFred('DFF', { baseUrl });
    expect(text).toBe(fred);
    expect(asked).toEqual(['/graph/fredgraph.csv?id=DFF']);
    expect(parseObservations(text, { knownAfter: { months: 1 }, units: 'percent' })).toEqual([
      { knownOn: '2020-04-01', value: 0.0075 },
    ]);
  });

  it('asks once and then reads its cache, without network too, until it is told to ask again', async () => {
    const cache = join(folder, 'a', 'cache');
    answers = [says(fred)];
    await fetchFred('DFF', { baseUrl, cache });
    answers = [breaksOff];
    expect(await fetchFred('DFF', { baseUrl: 'http://127.0.0.1:1', cache })).toBe(fred);
    expect(asked).toHaveLength(1);
    expect(readdirSync(cache)).toEqual(['fred-DFF.csv']);
    answers = [says(`${fred}2020-05-01,0.05\n`)];
    expect(await fetchFred('DFF', { baseUrl, cache, refresh: true })).toContain('2020-05-01');
    expect(readFileSync(join(cache, 'fred-DFF.csv'), 'utf8')).toContain('2020-05-01');
    // A refresh that fails says so, and the old answer stays.
    answers = [says('', 404)];
    expectInputError('source.answer', ['404'], await refusal(fetchFred('DFF', { baseUrl, cache, refresh: true })));
    expect(await fetchFred('DFF', { cache })).toContain('2020-05-01');
  });

  it('tries again after a break, a server error and half an answer', async () => {
    answers = [breaksOff, says('busy', 503), says(fred)];
    expect(await fetchFred('DFF', { baseUrl })).toBe(fred);
    expect(asked).toHaveLength(3);
    answers = [half, says(fred)];
    expect(await fetchFred('DFF', { baseUrl, retries: 1 })).toBe(fred);
  }, 10_000);

  it('gives up after the tries that it was given, with what to do without network', async () => {
    answers = [says('busy', 503)];
    const error = expectInputError(
      'source.unreachable',
      ['fetchFred "DFF"', '127.0.0.1', '2 tries', '503', 'cache', 'download'],
      await refusal(fetchFred('DFF', { baseUrl, retries: 1 })),
    );
    expect(asked).toHaveLength(2);
    expect(error.details).toMatchObject({ tries: 2 });
    expectInputError(
      'source.unreachable',
      ['1 try', '127.0.0.1:1'],
      await refusal(fetchFred('DFF', { baseUrl: 'http://127.0.0.1:1', retries: 0 })),
    );
  });

  it('waits no longer than it was told, also for an answer that begins and never ends', async () => {
    const slow: Answer = (_, response) => {
      response.writeHead(200);
      response.write('observation_date,DFF\n');
    };
    for (const answer of [never, slow]) {
      answers = [answer];
      expectInputError(
        'source.unreachable',
        ['within 0.1 s'],
        await refusal(fetchFred('DFF', { baseUrl, timeout: 0.1, retries: 0 })),
      );
    }
  });

  it('does not ask again after a no, and keeps nothing that is no series', async () => {
    const cache = join(folder, 'none');
    answers = [says('<html>not found</html>', 404)];
    expectInputError('source.answer', ['404', 'Check the name'], await refusal(fetchFred('XYZ', { baseUrl, cache })));
    expect(asked).toHaveLength(1);
    for (const body of ['<!DOCTYPE html>\n<html></html>', '', 'observation_date,OTHER\n2020-01-01,1\n']) {
      answers = [says(body)];
      expectInputError(
        'source.answer',
        ['"observation_date,XYZ"'],
        await refusal(fetchFred('XYZ', { baseUrl, cache })),
      );
    }
    expect(() => readdirSync(cache)).toThrow('ENOENT');
  });

  it.each(['', '../../etc/passwd', 'a/b', 'A B', 'DFF&id=X', '.hidden', 'x'.repeat(101), 5, null])(
    'refuses %j as a name: it becomes an address and a file',
    async (name) => {
      expectInputError(
        'option.type',
        ['FEDFUNDS'],
        await refusal(fetchFred(name as string, { baseUrl, cache: folder })),
      );
      expect(asked).toEqual([]);
    },
  );

  it('refuses options that are none', async () => {
    for (const [options, fact] of [
      [{ retries: 6 }, 'retries'],
      [{ retries: 1.5 }, 'retries'],
      [{ timeout: 0 }, 'timeout'],
      [{ baseUrl: 'ftp://x' }, 'baseUrl'],
      [{ cache: '' }, 'cache'],
      [{ refresh: 'yes' }, 'refresh'],
      [{ cash: 'x' }, '"cash"'],
    ] as const) {
      const refused = await refusal(fetchFred('DFF', options as object));
      expect(refused).toThrow(fact);
    }
  });

  it('says when the cache cannot be used', async () => {
    writeFileSync(join(folder, 'file'), '');
    answers = [says(fred)];
    expectInputError(
      'file.missing',
      ['cache', 'read and written'],
      await refusal(fetchFred('DFF', { baseUrl, cache: join(folder, 'file', 'below') })),
    );
  });
});

describe('fetchFrench', () => {
  it('gives the unpacked text of a dataset, which parseFrench reads', async () => {
    const cache = join(folder, 'french');
    answers = [says(zipOf({ 'F-F_Momentum_Factor.CSV': french }))];
    const text = await fetchFrench('F-F_Momentum_Factor', { baseUrl: `${baseUrl}/ftp/`, cache });
    expect(asked).toEqual(['/ftp/F-F_Momentum_Factor_CSV.zip']);
    expect(text).toBe(french);
    expect([...parseFrench(text).returns('Mom').values]).toEqual([0.025, NaN]);
    expect(readFrench(join(cache, 'french-F-F_Momentum_Factor.csv')).returns('Mom').meta.vintage).toBe('202512');
  });

  it('refuses answers that are no archive, or one without a table', async () => {
    const options = { baseUrl, cache: join(folder, 'bad'), retries: 0 };
    answers = [says('<html>error</html>')];
    expectInputError('source.answer', ['zip archive', 'Check the name'], await refusal(fetchFrench('X', options)));
    answers = [says(zipOf({ 'a.csv': 'only prose' }))];
    expectInputError('source.answer', ['without a table'], await refusal(fetchFrench('X', options)));
    answers = [says(zipOf({ 'a.csv': french }).subarray(0, 60))];
    expectInputError('file.format', ['zip archive'], await refusal(fetchFrench('X', options)));
    expect(() => readdirSync(options.cache)).toThrow('ENOENT');
  });
});

describe('a zip archive', () => {
  const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

  it('of one file, deflated or stored, gives its bytes', () => {
    expect(text(zipEntry('zip', zipOf({ 'a.csv': french })))).toBe(french);
    expect(text(zipEntry('zip', zipOf({ 'a.csv': french }, { stored: true })))).toBe(french);
    expect(text(zipEntry('zip', zipOf({ 'folder/': '', 'folder/a.csv': french })))).toBe(french);
    const path = join(folder, 'a_CSV.zip');
    writeFileSync(path, zipOf({ 'a.csv': french }));
    expect(readFrench(path).returns('Mom').values[0]).toBe(0.025);
  });

  it('of several files, an encrypted or a damaged one is refused', () => {
    const whole = zipOf({ 'a.csv': french });
    expectInputError('file.format', ['2 files', 'a.csv, b.csv', 'Excel'], () =>
      zipEntry('zip', zipOf({ 'a.csv': french, 'b.csv': french })),
    );
    expectInputError('file.format', ['encrypted'], () => zipEntry('zip', zipOf({ 'a.csv': french }, { flags: 1 })));
    expectInputError('file.format', ['method 99'], () => zipEntry('zip', zipOf({ 'a.csv': french }, { method: 99 })));
    expectInputError('file.format', ['checksum'], () => zipEntry('zip', zipOf({ 'a.csv': french }, { crc: 1 })));
    expectInputError('file.format', ['zip'], () => zipEntry('zip', zipOf({ 'a.csv': french }, { size: 5 })));
    expectInputError('file.format', ['no list of files'], () => zipEntry('zip', whole.subarray(0, whole.length - 10)));
    expectInputError('file.format', ['no list of files'], () => zipEntry('zip', new Uint8Array(0)));
  });

  it('that promises little and unpacks to much is stopped at what it promised', () => {
    const bomb = zipOf({ 'a.csv': '0'.repeat(2_000_000) }, { size: 10 });
    expect(bomb.length).toBeLessThan(10_000);
    expectInputError('file.format', ['cannot be unpacked'], () => zipEntry('zip', bomb));
  });

  it('cut or changed anywhere is refused, or gives the same bytes: it never crashes', () => {
    const whole = zipOf({ 'a.csv': french });
    for (let at = 0; at < whole.length; at++) {
      for (const bytes of [
        whole.subarray(0, at),
        Uint8Array.from(whole, (byte, index) => (index === at ? byte ^ 0xff : byte)),
      ]) {
        try {
          expect(text(zipEntry('zip', bytes))).toBe(french);
        } catch (error) {
          expect(isInputError(error, 'file.format'), String(error)).toBe(true);
        }
      }
    }
  });
});
