import { exposureOf, NO_EXPOSURE, type Assessment, type Exposure } from './exposure.js';

export type RaidKind = 'risk' | 'assumption' | 'issue' | 'dependency';

/** ISO 31000 and PMBOK: the effect of a risk may be bad or good; everything else in the register can only go wrong. */
export type RaidEffect = 'threat' | 'opportunity';

/** What one does about a threat and about an opportunity (PMBOK 6, 11.5.2.4 and 11.5.2.5; PMI, Practice Standard for Project Risk Management). */
export const STRATEGIES = {
  threat: ['avoid', 'reduce', 'transfer', 'accept'],
  opportunity: ['exploit', 'enhance', 'share', 'accept'],
} as const satisfies Record<RaidEffect, readonly string[]>;

/** How an opportunity ends: it came, it passed, or nobody goes after it any more. */
export const OPPORTUNITY_ENDINGS = ['met', 'expired', 'dropped'] as const;

/** How each kind ends, a threat among the risks. Going on as another entry is no ending of its own: see `convertEntry`. */
export const ENDINGS = {
  risk: ['averted', 'expired'],
  assumption: ['confirmed', 'void'],
  issue: ['resolved'],
  dependency: ['met', 'dropped'],
} as const satisfies Record<RaidKind, readonly string[]>;

export type Ending = (typeof ENDINGS)[RaidKind][number];
export type RaidStatus = 'open' | 'converted' | Ending;

/** A task that a risk prolongs when it happens, in minutes as its duration counts them. */
export interface Hit {
  readonly taskId: string;
  readonly lowMinutes: number;
  readonly likelyMinutes: number;
  readonly highMinutes: number;
}

/** What people say of an entry of the register. Money in minor units of the entry's currency. */
export interface RaidFacts {
  readonly kind: RaidKind;
  readonly effect: RaidEffect;
  readonly title: string;
  readonly description: string | null;
  readonly ownerPersonId: string;
  readonly ownerName: string;
  /** Before any response. */
  readonly inherent: Assessment;
  /** With the response that is in place. */
  readonly residual: Assessment | null;
  readonly strategy: string | null;
  readonly response: string | null;
  readonly responseCostMinor: bigint | null;
  readonly trigger: string | null;
  readonly strikesOn: string | null;
  readonly dueOn: string | null;
  readonly hits: readonly Hit[];
}

/** A risk, an assumption, an issue or a dependency of a project. */
export interface RaidEntry extends RaidFacts {
  readonly entryId: string;
  readonly projectId: string;
  readonly number: number;
  readonly version: number;
  readonly status: RaidStatus;
  readonly currency: string;
  readonly raisedOn: string;
  readonly endedOn: string | null;
  readonly convertedFromId: string | null;
  readonly convertedToId: string | null;
}

/** The assessment in force: with the response that is in place, else the one before any. */
export function assessmentOf({ inherent, residual }: Pick<RaidFacts, 'inherent' | 'residual'>): Assessment {
  return residual ?? inherent;
}

/**
 * What is open exposes the project, by the assessment in force; what ended or went on as another entry no longer does. An
 * opportunity has a negative exposure: what it is expected to save.
 */
export function exposureOfEntry(
  entry: Pick<RaidEntry, 'status' | 'effect' | 'inherent' | 'residual'>,
): Exposure {
  if (entry.status !== 'open') return NO_EXPOSURE;
  return signedExposure(entry.effect, assessmentOf(entry));
}

/** Positive for what a threat is expected to cost, negative for what an opportunity is expected to save. */
export function signedExposure(effect: RaidEffect, assessment: Assessment): Exposure {
  const { minor, centidays } = exposureOf(assessment);
  return effect === 'threat' ? { minor, centidays } : { minor: -minor, centidays: 0 - centidays };
}
