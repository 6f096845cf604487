import { createHash, randomUUID } from 'node:crypto';
import {
  identityOf,
  type PortfolioFacts,
  type PortfolioRow,
  type Snapshot,
} from '../domain/portfolio-file/portfolio-row.js';
import {
  matchSnapshot,
  withSnapshot,
  type PortfolioRecord,
} from '../domain/portfolio-file/match-snapshot.js';
import type { Tx } from './database.js';
import type { Prisma } from './generated/client.js';
import type { ProjectRow } from './projects.js';

export interface PortfolioOutcome {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly keptAsHistory: number;
  /** Projects whose record is other than before. */
  readonly changed: readonly ProjectRow[];
}

interface Held {
  readonly project: ProjectRow | null;
  readonly before: PortfolioRecord | undefined;
  record: PortfolioRecord | undefined;
}

/** Takes the rows of a list over: new projects, later snapshots, corrections, and history that comes late. */
export async function takeRows(
  tx: Tx,
  rows: readonly PortfolioRow[],
  into: { readonly portfolio: string; readonly currency: string; readonly now: Date },
): Promise<PortfolioOutcome> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('projects/import-portfolio'))`;
  const held = await recordsOf(tx, rows);
  const counts = { added: 0, updated: 0, unchanged: 0, superseded: 0 };
  for (const row of rows) {
    const entry = held.get(identityOf(row));
    if (!entry) throw new Error('Every identity of a row is held.');
    counts[matchSnapshot(entry.record, row).outcome] += 1;
    entry.record = withSnapshot(entry.record, row);
  }
  const touched = [...held].filter(([, entry]) => entry.record !== entry.before);
  const changed = await writeProjects(tx, touched, into);
  await writeSnapshots(tx, touched, into.now);
  return {
    added: counts.added,
    updated: counts.updated,
    unchanged: counts.unchanged,
    keptAsHistory: counts.superseded,
    changed,
  };
}

/** What is held of every project that the rows are about: found by identity, or by a code that was registered by hand. */
async function recordsOf(tx: Tx, rows: readonly PortfolioRow[]): Promise<Map<string, Held>> {
  const identities = [...new Set(rows.map(identityOf))];
  const codes = new Map(
    rows.flatMap((row) => (row.code === null ? [] : [[row.code, identityOf(row)] as const])),
  );
  const projects = await tx.project.findMany({
    where: { OR: [{ identity: { in: identities } }, { identity: null, code: { in: [...codes.keys()] } }] },
    include: { snapshots: { orderBy: [{ to: 'asc' }, { from: 'asc' }] } },
  });
  const held = new Map<string, Held>(
    identities.map((identity) => [identity, { project: null, before: undefined, record: undefined }]),
  );
  for (const { snapshots, ...project } of projects) {
    const facts = snapshots.map((row) => factsOf(row.facts));
    const current = facts.pop();
    const before = current && { current, history: facts };
    held.set(project.identity ?? codes.get(project.code) ?? '', { project, before, record: before });
  }
  return held;
}

async function writeProjects(
  tx: Tx,
  touched: readonly (readonly [string, Held])[],
  into: { readonly portfolio: string; readonly currency: string },
): Promise<ProjectRow[]> {
  const created = touched.filter(([, { project }]) => project === null);
  const rows = await tx.project.createManyAndReturn({
    data: created.map(([identity, { record }]) => ({
      projectId: randomUUID(),
      version: 1,
      code: record?.current.code ?? codeOf(identity),
      identity,
      portfolio: into.portfolio,
      stage: 'delivery',
      ...columnsOf(record?.current, into.currency),
    })),
  });
  for (const [identity, { project, record, before }] of touched) {
    if (project === null || JSON.stringify(wire(record?.current)) === JSON.stringify(wire(before?.current)))
      continue;
    rows.push(
      await tx.project.update({
        where: { projectId: project.projectId },
        data: { identity, version: project.version + 1, ...columnsOf(record?.current, project.currency) },
      }),
    );
  }
  return rows;
}

async function writeSnapshots(
  tx: Tx,
  touched: readonly (readonly [string, Held])[],
  importedAt: Date,
): Promise<void> {
  const projects = await tx.project.findMany({
    where: { identity: { in: touched.map(([identity]) => identity) } },
    select: { projectId: true, identity: true },
  });
  const ids = new Map(projects.map(({ identity, projectId }) => [identity, projectId]));
  const fresh = touched.flatMap(([identity, { record, before }]) => {
    const known = new Set([...(before?.history ?? []), ...(before ? [before.current] : [])]);
    const all = record ? [...record.history, record.current] : [];
    return all
      .filter((facts) => !known.has(facts))
      .map((facts) => ({ projectId: ids.get(identity) ?? '', facts }));
  });
  await tx.snapshot.deleteMany({
    where: {
      OR: fresh.map(({ projectId, facts }) => ({
        projectId,
        from: facts.snapshot.from,
        to: facts.snapshot.to,
      })),
    },
  });
  await tx.snapshot.createMany({
    data: fresh.map(({ projectId, facts }) => ({
      projectId,
      from: facts.snapshot.from,
      to: facts.snapshot.to,
      facts: wire(facts) as Prisma.InputJsonObject,
      importedAt,
    })),
  });
}

function columnsOf(facts: PortfolioFacts | undefined, currency: string) {
  if (!facts) throw new Error('A record that was touched has facts.');
  return {
    name: facts.name.slice(0, 300),
    orgUnit: facts.orgUnit,
    category: facts.category,
    currency: facts.wholeLifeCost?.currency ?? currency,
    wholeLifeCostMinor: facts.wholeLifeCost?.amountMinor ?? null,
    durationMonths: facts.durationMonths,
    deliveryConfidence: facts.deliveryConfidence,
    snapshot: facts.snapshot.label,
  };
}

/** The code of a project whose list gives none: stable, made of its identity. */
function codeOf(identity: string): string {
  return `P-${createHash('sha256').update(identity).digest('hex').slice(0, 8).toUpperCase()}`;
}

function wire(facts: PortfolioFacts | undefined): object | undefined {
  if (!facts) return undefined;
  const { wholeLifeCost } = facts;
  return {
    ...facts,
    wholeLifeCost: wholeLifeCost && { ...wholeLifeCost, amountMinor: wholeLifeCost.amountMinor.toString() },
  };
}

/** Facts as they were kept. */
export function factsOf(json: unknown): PortfolioFacts {
  const facts = json as Omit<PortfolioFacts, 'wholeLifeCost'> & {
    readonly snapshot: Snapshot;
    readonly wholeLifeCost: { readonly amountMinor: string; readonly currency: string } | null;
  };
  const { wholeLifeCost } = facts;
  return {
    ...facts,
    wholeLifeCost: wholeLifeCost && { ...wholeLifeCost, amountMinor: BigInt(wholeLifeCost.amountMinor) },
  };
}
