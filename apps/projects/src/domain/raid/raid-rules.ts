import { Refusal } from '@meridian/refusal';
import type { StoredTask } from '../plan/stored-plan.js';
import {
  ENDINGS,
  OPPORTUNITY_ENDINGS,
  STRATEGIES,
  type Hit,
  type RaidEntry,
  type RaidEffect,
  type RaidFacts,
  type RaidKind,
} from './raid-entry.js';

/** Only forward, never back: an issue that could happen again is a new risk. */
export const BECOMES: Readonly<Record<RaidKind, readonly RaidKind[]>> = {
  assumption: ['risk', 'issue'],
  dependency: ['risk', 'issue'],
  risk: ['issue'],
  issue: [],
};

/** @throws Refusal `projects/raid-opportunity-is-risk`, `projects/raid-strategy-unfit`, `projects/raid-issue-is-certain`, `projects/raid-hit-twice`, `projects/raid-hit-not-in-order` */
export function requireSound({ kind, effect, strategy, inherent, residual, hits }: RaidFacts): void {
  requireEffect(kind, effect);
  requireStrategy(effect, strategy);
  const assessed = residual === null ? [inherent] : [inherent, residual];
  const uncertain = assessed.find(({ probabilityPercent }) => probabilityPercent !== 100);
  if (kind === 'issue' && uncertain) {
    throw new Refusal(
      'projects/raid-issue-is-certain',
      `The probability is ${uncertain.probabilityPercent} percent; an issue has happened, so it is 100. What may happen is a risk.`,
      { kind: 'unprocessable' },
    );
  }
  if (new Set(hits.map(({ taskId }) => taskId)).size < hits.length) {
    throw new Refusal(
      'projects/raid-hit-twice',
      'A task is named twice among those that are hit; name it once.',
      {
        kind: 'unprocessable',
      },
    );
  }
  const disordered = hits.find((hit) => !isInOrder(hit));
  if (disordered) throw hitNotInOrder(disordered);
}

/** @throws Refusal `projects/raid-hit-needs-work` */
export function requireHittable({ name, isSummary, isMilestone }: StoredTask): void {
  if (!isSummary && !isMilestone) return;
  throw new Refusal(
    'projects/raid-hit-needs-work',
    `"${name}" is a ${isSummary ? 'summary' : 'milestone'}; a risk prolongs tasks with work of their own.`,
  );
}

/** @throws Refusal `projects/raid-ended`, `projects/raid-kind-fixed`, `projects/raid-reason-missing` */
export function requireRevisable(entry: RaidEntry, facts: RaidFacts, reason: string | null): void {
  requireOpen(entry);
  if (entry.kind !== facts.kind) {
    throw new Refusal(
      'projects/raid-kind-fixed',
      `Entry ${entry.number} is recorded as ${entry.kind} and was sent as ${facts.kind}; convert it, so that it is seen what it was.`,
    );
  }
  if (entry.effect !== facts.effect) {
    throw new Refusal(
      'projects/raid-kind-fixed',
      `Entry ${entry.number} is recorded as ${told(entry)} and was sent as ${told(facts)}; end it and record the other one.`,
    );
  }
  if (reason === null) {
    throw new Refusal('projects/raid-reason-missing', 'Say why the entry is changed; the history keeps it.', {
      kind: 'unprocessable',
    });
  }
}

/** @throws Refusal `projects/raid-ended` */
export function requireOpen({ number, status }: RaidEntry): void {
  if (status === 'open') return;
  const way = status === 'converted' ? 'change the entry that it became' : 'open it again first';
  throw new Refusal('projects/raid-ended', `Entry ${number} is ${status} and no longer changes; ${way}.`, {
    details: { status },
  });
}

/** @throws Refusal `projects/raid-outcome-unknown`, `projects/raid-ended`, `projects/raid-open` */
export function requireSettleable(entry: RaidEntry, outcome: string): void {
  if (outcome === 'open') return requireReopenable(entry);
  requireOpen(entry);
  const isOpportunity = entry.effect === 'opportunity';
  const allowed: readonly string[] = isOpportunity ? OPPORTUNITY_ENDINGS : ENDINGS[entry.kind];
  if (allowed.includes(outcome)) return;
  throw new Refusal(
    'projects/raid-outcome-unknown',
    `No ${told(entry)} ends as "${outcome}"; allowed is ${allowed.join(' or ')}.`,
    { kind: 'unprocessable', details: { allowed } },
  );
}

/** @throws Refusal `projects/raid-ended`, `projects/raid-not-convertible` */
export function requireConvertible(entry: RaidEntry, to: RaidKind): void {
  requireOpen(entry);
  const allowed = entry.effect === 'opportunity' ? [] : BECOMES[entry.kind];
  if (allowed.includes(to)) return;
  const may = allowed.length === 0 ? 'goes on as nothing else' : `goes on as ${allowed.join(' or ')}`;
  throw new Refusal(
    'projects/raid-not-convertible',
    `No ${told(entry)} becomes a ${to}; ${entry.effect === 'opportunity' ? 'one that came ends as met' : `a ${entry.kind} ${may}`}.`,
    {
      details: { allowed },
    },
  );
}

function told({ kind, effect }: Pick<RaidFacts, 'kind' | 'effect'>): string {
  return effect === 'opportunity' ? effect : kind;
}

function requireEffect(kind: RaidKind, effect: RaidEffect): void {
  if (effect === 'threat' || kind === 'risk') return;
  throw new Refusal(
    'projects/raid-opportunity-is-risk',
    `It was sent as ${kind} and opportunity; an opportunity is a risk with a good effect, so its kind is risk.`,
    { kind: 'unprocessable' },
  );
}

function requireStrategy(effect: RaidEffect, strategy: string | null): void {
  const allowed: readonly string[] = STRATEGIES[effect];
  if (strategy === null || allowed.includes(strategy)) return;
  throw new Refusal(
    'projects/raid-strategy-unfit',
    `No ${effect} is answered with "${strategy}"; allowed is ${allowed.join(', ')}.`,
    { kind: 'unprocessable', details: { allowed } },
  );
}

function requireReopenable(entry: RaidEntry): void {
  if (entry.status === 'open') {
    throw new Refusal('projects/raid-open', `Entry ${entry.number} is open already.`);
  }
  if (entry.status === 'converted') requireOpen(entry);
}

function isInOrder({ lowMinutes, likelyMinutes, highMinutes }: Hit): boolean {
  return lowMinutes <= likelyMinutes && likelyMinutes <= highMinutes;
}

function hitNotInOrder({ taskId, lowMinutes, likelyMinutes, highMinutes }: Hit): Refusal {
  return new Refusal(
    'projects/raid-hit-not-in-order',
    `The delay is given as ${lowMinutes}, ${likelyMinutes} and ${highMinutes} minutes; the best case comes first, then the most likely, then the worst.`,
    { kind: 'unprocessable', details: { taskId, lowMinutes, likelyMinutes, highMinutes } },
  );
}
