import { oneOf, optional, whole } from '@meridian/runtime';
import type { SettingsOf } from '@meridian/runtime';

/** What resourcing reads from its environment besides what every service reads. */
export const resourcingSettings = {
  /** `off` for a replica that only answers; all others take levellings as well, one at a time. */
  LEVELLING_WORKER: optional(oneOf('on', 'off'), 'on'),
  /** Threads that search; as many as the machine has cores unless told. */
  LEVELLING_THREADS: optional(whole(1, 256), undefined),
};

export type ResourcingSettings = SettingsOf<typeof resourcingSettings>;
