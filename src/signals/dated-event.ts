import type { IsoDate } from '../time/index.js';

/** Something that happened on a day and that the world could know on that day or later. */
export interface DatedEvent {
  readonly date: IsoDate;
  readonly knownOn: IsoDate;
}

/** Events in order of `knownOn`, with the mark whether hindsight chose them. */
export interface EventList<Event extends DatedEvent = DatedEvent> extends Iterable<Event> {
  readonly name: string;
  readonly events: readonly Event[];
  readonly length: number;
  readonly usesHindsight: boolean;
}
