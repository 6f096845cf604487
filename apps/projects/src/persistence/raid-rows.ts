import type { Assessment } from '../domain/raid/exposure.js';
import {
  exposureOfEntry,
  type Hit,
  type RaidEffect,
  type RaidEntry,
  type RaidKind,
  type RaidStatus,
} from '../domain/raid/raid-entry.js';
import type { Prisma } from './generated/client.js';
import { withoutGaps } from './without-gaps.js';

export type RaidRow = Prisma.RaidEntryGetPayload<object>;

export function entryOfRow(row: RaidRow): RaidEntry {
  const { inherentProbabilityPercent, inherentImpactMinor, inherentImpactDays } = row;
  const { residualProbabilityPercent, residualImpactMinor, residualImpactDays } = row;
  const { exposureMinor: _, exposureCentidays: __, ...facts } = row;
  const hasResidual =
    residualProbabilityPercent !== null && residualImpactMinor !== null && residualImpactDays !== null;
  return {
    ...facts,
    kind: row.kind as RaidKind,
    effect: row.effect as RaidEffect,
    status: row.status as RaidStatus,
    inherent: {
      probabilityPercent: inherentProbabilityPercent,
      impactMinor: inherentImpactMinor,
      impactDays: inherentImpactDays,
    },
    residual: hasResidual
      ? {
          probabilityPercent: residualProbabilityPercent,
          impactMinor: residualImpactMinor,
          impactDays: residualImpactDays,
        }
      : null,
    hits: row.hits as unknown as readonly Hit[],
  };
}

export function rowOfEntry(entry: RaidEntry): Prisma.RaidEntryUncheckedCreateInput {
  const { inherent, residual, hits, ...facts } = entry;
  const exposure = exposureOfEntry(entry);
  return {
    ...facts,
    inherentProbabilityPercent: inherent.probabilityPercent,
    inherentImpactMinor: inherent.impactMinor,
    inherentImpactDays: inherent.impactDays,
    residualProbabilityPercent: residual?.probabilityPercent ?? null,
    residualImpactMinor: residual?.impactMinor ?? null,
    residualImpactDays: residual?.impactDays ?? null,
    hits: hits as unknown as Prisma.InputJsonArray,
    exposureMinor: exposure.minor,
    exposureCentidays: exposure.centidays,
  };
}

/** An entry on the wire: the whole record, gaps left out. */
export function standingOf(entry: RaidEntry) {
  const { inherent, residual, responseCostMinor, hits, strategy } = entry;
  const { projectId, entryId, number, version, kind, title, ownerPersonId, ownerName } = entry;
  const exposure = exposureOfEntry(entry);
  const isOpportunity = entry.effect === 'opportunity';
  return {
    projectId,
    entryId,
    number,
    version,
    kind,
    title,
    ownerPersonId,
    ownerName,
    inherent: assessmentOnWire(inherent),
    hits: hits.map((hit) => ({ ...hit })),
    status: entry.status,
    currency: entry.currency,
    raisedOn: entry.raisedOn,
    exposureMinor: isOpportunity ? '0' : exposure.minor.toString(),
    exposureDays: isOpportunity ? 0 : exposure.centidays / 100,
    ...(isOpportunity ? opportunityFacts(entry) : {}),
    ...withoutGaps({
      description: entry.description,
      residual: residual && assessmentOnWire(residual),
      strategy: isOpportunity ? null : (strategy as 'avoid' | 'reduce' | 'transfer' | 'accept' | null),
      response: entry.response,
      responseCostMinor: responseCostMinor?.toString() ?? null,
      trigger: entry.trigger,
      strikesOn: entry.strikesOn,
      dueOn: entry.dueOn,
      endedOn: entry.endedOn,
      convertedFromId: entry.convertedFromId,
      convertedToId: entry.convertedToId,
    }),
  };
}

/** Readers who know threats only see an exposure of nothing. */
function opportunityFacts(entry: RaidEntry) {
  const { minor, centidays } = exposureOfEntry(entry);
  const opportunityStrategy = entry.strategy as 'exploit' | 'enhance' | 'share' | 'accept' | null;
  return {
    effect: 'opportunity' as const,
    signedExposureMinor: minor.toString(),
    signedExposureDays: centidays / 100,
    ...withoutGaps({ opportunityStrategy }),
  };
}

function assessmentOnWire({ impactMinor, ...known }: Assessment) {
  return { ...known, impactMinor: impactMinor.toString() };
}
