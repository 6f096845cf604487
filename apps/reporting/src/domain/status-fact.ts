import type { Health } from './health.js';

/** A project's status as stored; ratios are decimal text. */
export interface StoredStatus {
  readonly projectId: string;
  readonly version: number;
  readonly code: string;
  readonly name: string;
  readonly overall: string;
  readonly schedule: string;
  readonly scheduleReason: string;
  readonly cost: string;
  readonly costReason: string;
  readonly quality: string;
  readonly qualityReason: string;
  readonly resources: string;
  readonly resourcesReason: string;
  readonly statusDate: string | null;
  readonly percentComplete: string | null;
  readonly cpi: string | null;
  readonly spi: string | null;
  readonly bacMinor: bigint | null;
  readonly evMinor: bigint | null;
  readonly acMinor: bigint | null;
  readonly eacMinor: bigint | null;
  readonly currency: string | null;
  readonly finish: string | null;
  readonly baselineFinish: string | null;
}

/** What the others are told of a project's status; what is not known is left out. */
export function statusFact(row: StoredStatus, causedBy: string) {
  return {
    projectId: row.projectId,
    version: row.version,
    ...statusFields(row),
    ...known('statusDate', row.statusDate),
    ...known('evMinor', row.evMinor?.toString()),
    causedBy,
  };
}

/** The fields that a status has in the event and in every list. */
export function statusFields(row: StoredStatus) {
  return {
    code: row.code,
    name: row.name,
    overall: row.overall as Health,
    schedule: { state: row.schedule as Health, reason: row.scheduleReason },
    cost: { state: row.cost as Health, reason: row.costReason },
    quality: { state: row.quality as Health, reason: row.qualityReason },
    resources: { state: row.resources as Health, reason: row.resourcesReason },
    ...known('percentComplete', row.percentComplete),
    ...known('cpi', row.cpi),
    ...known('spi', row.spi),
    ...known('bacMinor', row.bacMinor?.toString()),
    ...known('acMinor', row.acMinor?.toString()),
    ...known('eacMinor', row.eacMinor?.toString()),
    ...known('currency', row.currency),
    ...known('finish', row.finish),
    ...known('baselineFinish', row.baselineFinish),
  };
}

function known<K extends string>(key: K, value: string | null | undefined): Partial<Record<K, string>> {
  return value == null ? {} : ({ [key]: value } as Partial<Record<K, string>>);
}
