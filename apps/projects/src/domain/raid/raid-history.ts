import type { Assessment } from './exposure.js';
import type { RaidEntry } from './raid-entry.js';

/** A field that became another; null is nothing. Values are texts: days, minor units, ids as they are. */
export interface FieldChange {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What an entry says, field by field. */
export type RaidTexts = Readonly<Record<string, string | null>>;

/** What is other than before; everything that is not nothing when there was no entry. */
export function changedFields(before: RaidEntry | null, after: RaidEntry): FieldChange[] {
  const old = before === null ? {} : textsOf(before);
  return Object.entries(textsOf(after)).flatMap(([field, text]) => {
    const was = old[field] ?? null;
    return was === text ? [] : [{ field, before: was, after: text }];
  });
}

/** What the entry said after so many steps of its history. */
export function textsAfter(steps: readonly { readonly fields: readonly FieldChange[] }[]): RaidTexts {
  return Object.fromEntries(
    steps.flatMap(({ fields }) => fields.map(({ field, after }) => [field, after] as const)),
  );
}

/** Everything that may change of an entry. Its id, project, number, version and currency never do, or follow. */
export function textsOf(entry: RaidEntry): RaidTexts {
  return {
    kind: entry.kind,
    effect: entry.effect === 'threat' ? null : entry.effect,
    title: entry.title,
    description: entry.description,
    ownerPersonId: entry.ownerPersonId,
    ownerName: entry.ownerName,
    ...assessmentTexts('inherent', entry.inherent),
    ...assessmentTexts('residual', entry.residual),
    strategy: entry.strategy,
    response: entry.response,
    responseCostMinor: entry.responseCostMinor?.toString() ?? null,
    trigger: entry.trigger,
    strikesOn: entry.strikesOn,
    dueOn: entry.dueOn,
    hits: entry.hits.length === 0 ? null : JSON.stringify(entry.hits.map(hitColumns)),
    status: entry.status,
    raisedOn: entry.raisedOn,
    endedOn: entry.endedOn,
    convertedFromId: entry.convertedFromId,
    convertedToId: entry.convertedToId,
  };
}

function assessmentTexts(of: string, assessment: Assessment | null): RaidTexts {
  return {
    [`${of}ProbabilityPercent`]: assessment?.probabilityPercent.toString() ?? null,
    [`${of}ImpactMinor`]: assessment?.impactMinor.toString() ?? null,
    [`${of}ImpactDays`]: assessment?.impactDays.toString() ?? null,
  };
}

/** In one order, whatever the order of the keys was. */
function hitColumns({
  taskId,
  lowMinutes,
  likelyMinutes,
  highMinutes,
}: RaidEntry['hits'][number]): unknown[] {
  return [taskId, lowMinutes, likelyMinutes, highMinutes];
}
