interface WithProcess {
  readonly process?: { readonly versions?: { readonly node?: string } };
}

/** Whether this is Node, or something that offers what Node does (Deno, Bun). */
export const isNode = (): boolean => typeof (globalThis as WithProcess).process?.versions?.node === 'string';
