/** What is still to come, the earliest first; what falls on one moment comes in the order in which it was put there. */
export interface Agenda<Event> {
  add: (at: number, event: Event) => void;
  /** Takes the next one off; null where nothing is left. */
  next: () => { at: number; event: Event } | null;
}

interface Entry<Event> {
  at: number;
  order: number;
  event: Event;
}

/** A binary heap. */
export function openAgenda<Event>(): Agenda<Event> {
  const heap: Entry<Event>[] = [];
  let order = 0;
  return {
    add(at, event) {
      order += 1;
      rise(heap, { at, order, event });
    },
    next() {
      const first = heap[0];
      const last = heap.pop();
      if (first === undefined || last === undefined) return null;
      if (heap.length > 0) sink(heap, last);
      return { at: first.at, event: first.event };
    },
  };
}

function isBefore<Event>(one: Entry<Event>, other: Entry<Event>): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order);
}

function rise<Event>(heap: Entry<Event>[], entry: Entry<Event>): void {
  let place = heap.length;
  while (place > 0) {
    const above = (place - 1) >> 1;
    const parent = heap[above];
    if (parent === undefined || isBefore(parent, entry)) break;
    heap[place] = parent;
    place = above;
  }
  heap[place] = entry;
}

function sink<Event>(heap: Entry<Event>[], entry: Entry<Event>): void {
  let place = 0;
  for (;;) {
    const left = 2 * place + 1;
    const [one, other] = [heap[left], heap[left + 1]];
    if (one === undefined) break;
    const [child, at] = other !== undefined && isBefore(other, one) ? [other, left + 1] : [one, left];
    if (!isBefore(child, entry)) break;
    heap[place] = child;
    place = at;
  }
  heap[place] = entry;
}
