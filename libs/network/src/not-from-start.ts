import { Refusal } from '@meridian/refusal';

/** What follows changes or chance goes forward in time, from a start. */
export function notFromStart(): Refusal {
  return new Refusal(
    'network/not-from-start',
    'Single changes and risks are followed only in a plan that is scheduled from its start, changes only without "as late as possible"; schedule this one as a whole.',
    { kind: 'unprocessable' },
  );
}
