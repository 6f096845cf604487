import { Refusal } from '@meridian/refusal';
import type { CalendarDefinition } from '@meridian/calendar';
import type { ReadinessItem, Site } from '../domain/rollout/site.js';
import type { Tx } from './database.js';
import type { Prisma } from './generated/client.js';

export type SiteRow = Prisma.SiteGetPayload<object>;

const WITH_SITES = {
  sites: { include: { site: true }, orderBy: [{ position: 'asc' }, { siteId: 'asc' }] },
} as const satisfies Prisma.WaveInclude;

export type WaveRow = Prisma.WaveGetPayload<{ include: typeof WITH_SITES }>;

/** A wave with its sites in order. @throws Refusal `projects/wave-not-found` */
export async function waveOf(tx: Pick<Tx, 'wave'>, waveId: string): Promise<WaveRow> {
  const wave = await tx.wave.findUnique({ where: { waveId }, include: WITH_SITES });
  if (wave) return wave;
  throw new Refusal('projects/wave-not-found', 'There is no wave with this id.', { kind: 'not-found' });
}

/** The same with its row locked; null when there is none. */
export async function lockWave(tx: Tx, waveId: string): Promise<WaveRow | null> {
  await tx.$executeRaw`SELECT 1 FROM wave WHERE wave_id = ${waveId}::uuid FOR UPDATE`;
  return tx.wave.findUnique({ where: { waveId }, include: WITH_SITES });
}

export function allWaves(tx: Pick<Tx, 'wave'>): Promise<WaveRow[]> {
  return tx.wave.findMany({ include: WITH_SITES });
}

/** @throws Refusal when the caller saw another version. */
export function requireVersionOf(what: 'site' | 'wave', version: number, expected: number | undefined): void {
  if (expected === undefined || expected === version) return;
  throw new Refusal(
    'projects/version-conflict',
    `The ${what} was changed since you read it (it is at version ${version} now); read it again and decide anew.`,
    { kind: 'stale-version', details: { version } },
  );
}

export function siteOf(row: SiteRow): Site {
  return {
    ...row,
    calendar: row.calendar as unknown as CalendarDefinition,
    readiness: row.readiness as unknown as ReadinessItem[],
  };
}

/** Writes a site as it is now. */
export async function saveSite(tx: Tx, site: Site, version: number): Promise<void> {
  const { siteId, ...facts } = site;
  const data = {
    ...facts,
    version,
    calendar: site.calendar as unknown as Prisma.InputJsonObject,
    readiness: site.readiness.map((item) => ({ ...item })),
  };
  await tx.site.upsert({ where: { siteId }, create: { siteId, ...data }, update: data });
}

/** The code of the project of a site. */
export function projectCode(
  { codePrefix }: Pick<WaveRow, 'codePrefix'>,
  { code }: Pick<Site, 'code'>,
): string {
  return `${codePrefix}-${code}`;
}
