/** Regimes of the calendar: functions of the date alone, which no data can change. */
export const neither = ['decades'];
