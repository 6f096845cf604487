/** The checks of the simulator. */
export const CHECKS = [
  'lost',
  'twice',
  'disorder',
  'overwritten',
  'forged',
  'parked',
  'stuck',
  'broke',
] as const;

export type Check = (typeof CHECKS)[number];

/** A promise of the bus that was broken in a schedule. */
export class Fault extends Error {
  constructor(
    readonly check: Check,
    what: string,
  ) {
    super(`${check}: ${what}`);
    this.name = 'Fault';
  }
}
