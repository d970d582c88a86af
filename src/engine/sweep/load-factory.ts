import { describeValue, InputError, nameList } from '../../core/index.js';
import type { StrategySource } from './sweep-options.js';

type Factory = (params: object) => unknown;

/** The function that makes strategies, from its module; undefined where the strategy is one of the library's own. */
export async function loadFactory(source: StrategySource): Promise<Factory | undefined> {
  if ('builtIn' in source) return undefined;
  const { module, name } = source;
  const address = addressOf(String(module));
  let exported: Readonly<Record<string, unknown>>;
  try {
    exported = (await import(/* webpackIgnore: true */ /* @vite-ignore */ address)) as typeof exported;
  } catch (cause) {
    const said = cause instanceof Error ? `${cause.name}: ${cause.message}` : describeValue(cause);
    const failure = new InputError(
      'strategy.failed',
      `strategy: the module ${String(module)} could not be loaded (${said}). Give an address that threads can import: a built JavaScript file, not TypeScript.`,
      { module: String(module) },
    );
    failure.cause = cause;
    throw failure;
  }
  const found = Object.hasOwn(exported, name) ? exported[name] : fromCommonJs(exported)[name];
  if (typeof found === 'function') return found as Factory;
  throw new InputError(
    'option.type',
    `strategy: the export "${name}" of ${String(module)} is ${describeValue(found)}; it must be a function (params) => strategy. The module exports ${nameList(Object.keys(exported))}.`,
    { module: String(module), name, found: describeValue(found) },
  );
}

/** Exports that Node could not tell by reading a CommonJS module. */
function fromCommonJs({ default: whole }: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return typeof whole === 'object' && whole !== null ? (whole as Readonly<Record<string, unknown>>) : {};
}

/** An absolute path as an address; anything else is one already, or the name of a package. */
function addressOf(module: string): string {
  const path = /^[A-Za-z]:[\\/]/.test(module) ? `/${module.replaceAll('\\', '/')}` : module;
  return path.startsWith('/') && !path.startsWith('//')
    ? `file://${encodeURI(path).replace(/[?#]/g, encodeURIComponent)}`
    : module;
}
