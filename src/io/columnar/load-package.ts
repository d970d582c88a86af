import { InputError } from '../../core/index.js';

/** The packages that read large files; both are optional. */
export type FilePackage = '@duckdb/node-api' | 'hyparquet';

/**
 * A package that may not be installed.
 *
 * @throws InputError `package.missing`, with what to install.
 */
export async function loadPackage<Loaded>(
  where: string,
  name: FilePackage,
  load: () => Promise<Loaded>,
): Promise<Loaded> {
  const loaded = await loadIfInstalled(load);
  if (loaded !== undefined) return loaded;
  throw missingPackage(where, [name]);
}

/** A package, or nothing where it is not installed. What fails for another reason fails. */
export async function loadIfInstalled<Loaded>(load: () => Promise<Loaded>): Promise<Loaded | undefined> {
  try {
    return await load();
  } catch (error) {
    const { code, message = '' } = error as { readonly code?: unknown; readonly message?: string };
    if (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND' || /cannot find/i.test(message))
      return undefined;
    throw error;
  }
}

/** What is said where none of these packages is installed. */
export function missingPackage(where: string, names: readonly FilePackage[]): InputError {
  const listed = names.map((name) => `"${name}"`).join(' and ');
  const install = names.map((name) => `npm install ${name}`);
  return new InputError(
    'package.missing',
    `${where}: the package${names.length > 1 ? 's' : ''} ${listed} ${names.length > 1 ? 'are' : 'is'} not installed. Install ${names.length > 1 ? 'one of them' : 'it'}: ${install.join(', or ')}.`,
    { where, packages: names, install },
  );
}
