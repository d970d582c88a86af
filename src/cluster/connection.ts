import {
  assertKnownOptions,
  assertName,
  assertNumber,
  assertObject,
  describeValue,
  errorToParts,
  InputError,
} from '../core/index.js';

/** Where a Redis or Valkey server is: an address such as `redis://:password@host:6379/0` (`rediss:` with TLS), or its parts. */
export type ClusterConnection =
  | string
  | URL
  | {
      readonly host?: string;
      readonly port?: number;
      readonly username?: string;
      readonly password?: string;
      readonly db?: number;
      /** Options of `tls.connect` of Node. */
      readonly tls?: object;
    };

/** A connection that was read. Its secrets appear in nothing that it is asked for. */
export interface ReadConnection {
  /** Host, port and database: what messages say. */
  readonly place: string;
  /** Options of the client. */
  readonly options: Readonly<Record<string, unknown>>;
  /** A text without the password and the user name. */
  hide(this: void, text: string): string;
}

/**
 * Reads a connection.
 *
 * @throws InputError `option.type`, `option.range`, `option.unknown`; no message holds what was given.
 */
export function readConnection(where: string, given: unknown): ReadConnection {
  const { host = '127.0.0.1', port = 6379, username, password, db = 0, tls } = partsOf(where, given);
  assertName(where, 'host', host);
  assertNumber(where, 'port', port, { min: 1, max: 65_535, integer: true });
  assertNumber(where, 'db', db, { min: 0, integer: true });
  for (const [name, secret] of Object.entries({ username, password })) {
    if (secret === undefined || typeof secret === 'string') continue;
    throw new InputError('option.type', `${where}: "${name}" must be a text.`, { where, option: name });
  }
  const secrets = [password, username, ...[password, username].map((one) => one && encodeURIComponent(one as string))];
  const hidden = secrets.filter((one): one is string => typeof one === 'string' && one !== '' && one !== 'default');
  const known = { host, port, username, password, db, tls };
  return {
    place: `${host}:${port}/${db}`,
    options: Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)),
    hide: (text) => hidden.reduce((left, secret) => left.replaceAll(secret, '…'), text),
  };
}

function partsOf(where: string, given: unknown): Record<string, unknown> {
  if (typeof given === 'string' || given instanceof URL) return partsOfUrl(where, String(given));
  if (given === undefined) throw misread(where, describeValue(given));
  assertObject(where, 'the connection', given);
  assertKnownOptions(where, given, ['host', 'port', 'username', 'password', 'db', 'tls']);
  return given;
}

function partsOfUrl(where: string, text: string): Record<string, unknown> {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw misread(where, 'a text that is no address');
  }
  if (!['redis:', 'rediss:'].includes(url.protocol))
    throw misread(where, `an address that begins with ${url.protocol}`);
  const part = (value: string): string | undefined => (value === '' ? undefined : decodeURIComponent(value));
  const db = url.pathname.replace(/^\//, '');
  return {
    host: part(url.hostname.replace(/^\[|\]$/g, '')),
    port: url.port === '' ? undefined : Number(url.port),
    username: part(url.username),
    password: part(url.password),
    db: db === '' ? undefined : Number(db),
    tls: url.protocol === 'rediss:' ? {} : undefined,
  };
}

const misread = (where: string, found: string): InputError =>
  new InputError(
    'option.type',
    `${where}: the connection is ${found}; it must be an address such as redis://localhost:6379, or { host, port, username, password, db, tls }.`,
    { where, found },
  );

/** Says that a server cannot be reached, or no longer. What the client's error holds beside its message stays behind: the password may be among it. */
export function unreachable(where: string, { place, hide }: ReadConnection, cause: unknown): InputError {
  const { name, message } = errorToParts(cause, 0);
  const code = (cause as { readonly code?: unknown } | null)?.code;
  const said = hide(message === '' ? (typeof code === 'string' ? code : name) : message);
  return new InputError(
    'cluster.unreachable',
    `${where}: the Redis server at ${place} cannot be reached or used (${said}). Check that it runs, its address and its password.`,
    { where, place, said },
  );
}
