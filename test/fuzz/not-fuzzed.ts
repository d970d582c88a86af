/** Exported functions that the fuzz does not call, each with its reason. */
export const notFuzzed: Readonly<Record<string, string>> = {
  InputError: 'a class: what a refusal is made of, not something that reads input',
};
