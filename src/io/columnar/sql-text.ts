/** A text as an SQL literal: the only way in which a word of the user's gets into a statement. */
export const sqlText = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A path as a pattern that means this one file: what stands for other letters in patterns is taken by itself. */
export const literalPath = (path: string): string => path.replaceAll(/[[*?]/g, (letter) => `[${letter}]`);

/** The name of a column in statements: by position, so that no name of a file's gets into them. */
export const columnName = (position: number): string => `c${position}`;
