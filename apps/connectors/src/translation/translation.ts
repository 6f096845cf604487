import type { BodyOf, EventContract } from '@meridian/bus';

/** An event of Meridian, ready to be announced. */
export interface Translated<E extends object = object> {
  readonly contract: EventContract<E>;
  readonly body: BodyOf<E>;
}

/** What an outside event type means here: the shape its data must have, and the event it becomes. Pure. */
export interface Translation<D extends object = object> {
  readonly type: string;
  readonly shape: new () => D;
  readonly translate: (data: D, system: string) => Translated;
}

/** Ties a translation's parts together, so that shape, data and event agree. */
export function translation<D extends object, E extends object>(
  type: string,
  shape: new () => D,
  contract: EventContract<E>,
  body: (data: D, system: string) => BodyOf<E>,
): Translation {
  return {
    type,
    shape,
    translate: (data, system) => ({ contract, body: body(data as D, system) }) as unknown as Translated,
  };
}
