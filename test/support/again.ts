/** Whether this is a time zone after the first: random cases are drawn in full there, and fewer of them in the others. */
export const again = process.env['ZONE'] === 'again';
