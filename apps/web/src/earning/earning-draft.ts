import type { EarnedValueMethodSetV2, SetEarnedValueMethodV2 } from '@meridian/contracts-budgeting';
import type { EarningMethod } from './earning-words.js';

export interface MilestoneDraft {
  readonly name: string;
  readonly weight: string;
  readonly reachedOn: string;
}

/** How a part of the plan is to earn, as it is typed. */
export interface EarningDraft {
  readonly wbs: string;
  readonly method: EarningMethod;
  readonly milestones: readonly MilestoneDraft[];
  readonly quantityDone: string;
  readonly quantityPlanned: string;
  readonly unit: string;
  readonly baseWbs: string;
  readonly asOf: string;
  readonly reason: string;
}

export const noMilestone: MilestoneDraft = { name: '', weight: '', reachedOn: '' };

/** Goes on from what is set, or begins with percent complete. */
export function earningDraft(set: EarnedValueMethodSetV2 | undefined, asOf: string): EarningDraft {
  const milestones = (set?.milestones ?? []).map(({ name, weight, reachedOn = '' }) => ({
    name,
    weight,
    reachedOn,
  }));
  return {
    wbs: set?.wbs ?? '',
    method: set?.method ?? 'percent-complete',
    milestones: milestones.length > 0 ? milestones : [noMilestone],
    quantityDone: set?.quantityDone ?? '0',
    quantityPlanned: set?.quantityPlanned ?? '',
    unit: set?.unit ?? '',
    baseWbs: set?.baseWbs ?? '',
    asOf,
    reason: '',
  };
}

/** The request of a draft: each method with what it needs and nothing else. */
export function earningBody(draft: EarningDraft): Omit<SetEarnedValueMethodV2, 'projectId'> {
  const { method, asOf } = draft;
  const body = { wbs: draft.wbs.trim(), method, reason: draft.reason.trim() };
  if (method === 'weighted-milestones') return { ...body, asOf, milestones: draft.milestones.map(milestone) };
  if (method === 'physical' || method === 'agile-points') {
    const unit = draft.unit.trim();
    const quantity = {
      quantityDone: draft.quantityDone.trim(),
      quantityPlanned: draft.quantityPlanned.trim(),
    };
    return { ...body, asOf, ...quantity, ...(unit === '' ? {} : { unit }) };
  }
  return method === 'apportioned' ? { ...body, baseWbs: draft.baseWbs.trim() } : body;
}

function milestone({ name, weight, reachedOn }: MilestoneDraft) {
  return { name: name.trim(), weight: weight.trim(), ...(reachedOn === '' ? {} : { reachedOn }) };
}
