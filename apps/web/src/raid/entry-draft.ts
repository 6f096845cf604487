import type { RaidFacts, RaidKind } from '@meridian/contracts-projects';
import { toMinor } from '../money/to-minor.js';

/** A new entry as it is being typed. */
export interface EntryDraft {
  readonly entryId: string;
  readonly kind: string;
  readonly title: string;
  /** The first of the people offered when empty. */
  readonly owner: string;
  readonly probability: string;
  readonly cost: string;
  readonly days: string;
  readonly dueOn: string;
  readonly taskId: string;
  readonly low: string;
  readonly likely: string;
  readonly high: string;
}

const minutesPerDay = 480;

export function blankEntry(): EntryDraft {
  const text = { title: '', owner: '', probability: '', cost: '', days: '', dueOn: '', taskId: '' };
  return { entryId: crypto.randomUUID(), kind: 'risk', ...text, low: '', likely: '', high: '' };
}

/** What is sent; undefined while something is missing or no amount. Delays of tasks are typed in days of eight hours. */
export function entryBody(
  draft: EntryDraft,
  owners: readonly { readonly personId: string; readonly name: string }[],
  currency: string,
): RaidFacts | undefined {
  const { kind, title, dueOn, taskId } = draft;
  const owner = owners.find(({ personId }) => personId === draft.owner) ?? owners[0];
  const impactMinor = toMinor(draft.cost, currency);
  if (!owner || impactMinor === undefined || title.trim() === '') return undefined;
  const minutes = (days: string): number => Math.round(Number(days) * minutesPerDay);
  const delays = {
    lowMinutes: minutes(draft.low),
    likelyMinutes: minutes(draft.likely),
    highMinutes: minutes(draft.high),
  };
  return {
    ...(kind === 'opportunity' ? { kind: 'risk', effect: 'opportunity' } : { kind: kind as RaidKind }),
    title: title.trim(),
    ownerPersonId: owner.personId,
    ownerName: owner.name,
    inherent: {
      probabilityPercent: kind === 'issue' ? 100 : Number(draft.probability),
      impactMinor,
      impactDays: Number(draft.days),
    },
    ...(dueOn === '' ? {} : { dueOn }),
    hits: taskId === '' ? [] : [{ taskId, ...delays }],
  };
}
