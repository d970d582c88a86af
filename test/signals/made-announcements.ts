import type { IsoDate, Observation, ObservationSeries, RecessionDates } from 'backtilt';

interface Announcement extends Observation {
  readonly month: string;
}

const nameOf = (month: number): string =>
  `${1800 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;

/** 200 made turning points, one every eight months, each announced five months after its month: 1 a peak, 0 a trough. */
export const madeAnnouncements: ObservationSeries<Announcement> = {
  name: 'made announcements',
  unit: '1 a peak, 0 a trough',
  usesHindsight: false,
  observations: Array.from({ length: 200 }, (_, index) => ({
    knownOn: `${nameOf(8 * index + 5)}-15` as IsoDate,
    month: nameOf(8 * index),
    value: index % 2,
  })),
};

/** Announcements as turning points. */
export const announcedDates = ({ observations }: ObservationSeries<Announcement>): RecessionDates => ({
  turningPoints: observations.map(({ knownOn, month, value }) => ({
    month,
    type: value === 1 ? 'peak' : 'trough',
    announced: knownOn,
  })),
});
