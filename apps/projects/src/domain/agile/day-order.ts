import { Refusal } from '@meridian/refusal';

/** @throws Refusal `projects/day-before-last` */
export function requireNotBefore(on: string, last: string, what: string): void {
  if (on >= last) return;
  throw new Refusal('projects/day-before-last', `${on} is before ${last}, when ${what}; days go forward.`, {
    kind: 'unprocessable',
  });
}

/** @throws Refusal `projects/day-in-future` */
export function requireNotFuture(on: string, today: string): void {
  if (on <= today) return;
  throw new Refusal('projects/day-in-future', `${on} is yet to come; today is ${today}.`, {
    kind: 'unprocessable',
  });
}
