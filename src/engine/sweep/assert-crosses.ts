import { describeValue, InputError } from '../../core/index.js';

/** Refuses values that cannot be handed to another thread, by name. */
export function assertCrosses(where: string, values: object): void {
  for (const [name, value] of Object.entries(values)) {
    try {
      structuredClone(value);
    } catch {
      const found = typeof value === 'function' ? 'a function' : `${describeValue(value)} that holds functions`;
      throw new InputError(
        'option.type',
        `${where}: "${name}" is ${found}, and functions do not cross to other threads or machines. Give plain data, make it inside a module and give strategy: { module, name }, or leave "on" out.`,
        { where, option: name, found },
      );
    }
  }
}
