/** Names, in capitals, under which factors that are differences of two returns are published. */
export const longShortNames: readonly string[] = [
  'MKT-RF',
  'MKTRF',
  'RM-RF',
  'SMB',
  'HML',
  'RMW',
  'CMA',
  'MOM',
  'UMD',
  'WML',
  'QMJ',
  'BAB',
];
