import type { BudgetException } from '@meridian/contracts-budgeting';
import type { HealthState } from '../health/health-state.js';

interface Words {
  readonly state: HealthState;
  readonly word: string;
}

const states: Readonly<Record<BudgetException['state'], Words>> = {
  asked: { state: 'at-risk', word: 'Decision waits' },
  approved: { state: 'on-track', word: 'Granted, not used' },
  rejected: { state: 'off-track', word: 'Refused' },
  used: { state: 'on-track', word: 'Used' },
};

/** Where an exception stands; one whose last day went by counts no more, whatever was decided. */
export function exceptionStanding({ state, expiredAt }: Pick<BudgetException, 'state' | 'expiredAt'>): Words {
  return expiredAt === undefined ? states[state] : { state: 'unknown', word: 'Expired' };
}

/** Whether somebody has to decide on it. */
export function isOpen({ state, expiredAt }: Pick<BudgetException, 'state' | 'expiredAt'>): boolean {
  return state === 'asked' && expiredAt === undefined;
}
