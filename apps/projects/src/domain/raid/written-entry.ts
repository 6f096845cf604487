import type { RaidFacts } from './raid-entry.js';

/** A risk as tests write it: one in five, 10,000.01, ten days; with whatever else a test says. */
export function writtenFacts(other: Partial<RaidFacts> = {}): RaidFacts {
  return {
    kind: 'risk',
    effect: 'threat',
    title: 'The supplier goes out of business',
    description: null,
    ownerPersonId: 'ada',
    ownerName: 'Ada Lovelace',
    inherent: { probabilityPercent: 20, impactMinor: 1_000_001n, impactDays: 10 },
    residual: null,
    strategy: null,
    response: null,
    responseCostMinor: null,
    trigger: null,
    strikesOn: null,
    dueOn: null,
    hits: [],
    ...other,
  };
}
