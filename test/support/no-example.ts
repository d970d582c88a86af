/**
 * Exported functions that need no `@example`, each with its reason. Keep it short: a function that a user calls shows how.
 */
export const noExample: Readonly<Record<string, string>> = {};
