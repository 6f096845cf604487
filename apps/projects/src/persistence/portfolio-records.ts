import { createHash } from 'node:crypto';
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
import { Prisma } from './generated/client.js';
import { writeRows } from './many-rows.js';
import type { ProjectRow } from './projects.js';

export interface PortfolioOutcome {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly keptAsHistory: number;
  /** Projects whose record is other than before. */
  readonly changed: readonly ProjectRow[];
}

interface Into {
  readonly portfolio: string;
  /** Of projects whose list gives no amount. */
  readonly currency: string;
  readonly now: Date;
  readonly newId: () => string;
}

interface Held {
  readonly project: ProjectRow | null;
  readonly before: PortfolioRecord | undefined;
  record: PortfolioRecord | undefined;
}

/** Takes the rows of a list over: new projects, later snapshots, corrections, and history that comes late. */
export async function takeRows(tx: Tx, rows: readonly PortfolioRow[], into: Into): Promise<PortfolioOutcome> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('projects/import-portfolio'))`;
  const held = await recordsOf(tx, rows);
  const counts = { added: 0, updated: 0, unchanged: 0, superseded: 0 };
  for (const row of rows) {
    const entry = held.get(identityOf(row));
    if (!entry) throw new Error('Every identity of a row is held.');
    // The record of an archived project is read only, for lists too.
    if (entry.project?.stage === 'archived') {
      counts.unchanged += 1;
      continue;
    }
    counts[matchSnapshot(entry.record, row).outcome] += 1;
    entry.record = withSnapshot(entry.record, row);
  }
  const touched = [...held].filter(([, entry]) => entry.record !== entry.before);
  const written = await writeProjects(tx, touched, into);
  await writeSnapshots(tx, written, into.now);
  return {
    added: counts.added,
    updated: counts.updated,
    unchanged: counts.unchanged,
    keptAsHistory: counts.superseded,
    changed: written.filter(({ isChanged }) => isChanged).map(({ row }) => row),
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

interface WrittenProject {
  readonly row: ProjectRow;
  readonly entry: Held;
  readonly isChanged: boolean;
}

async function writeProjects(
  tx: Tx,
  touched: readonly (readonly [string, Held])[],
  into: Into,
): Promise<WrittenProject[]> {
  const written = touched.map(([identity, entry]) => {
    const { project, record, before } = entry;
    const isChanged = JSON.stringify(wire(record?.current)) !== JSON.stringify(wire(before?.current));
    if (project !== null && !isChanged) return { row: project, entry, isChanged };
    return { row: projectOf(identity, entry, into), entry, isChanged: true };
  });
  const changed = written.filter(({ isChanged }) => isChanged).map(({ row }) => row);
  await writeRows(tx, 'project', changed, ['project_id']);
  return written;
}

function projectOf(identity: string, { project, record }: Held, into: Into): ProjectRow {
  const facts = record?.current;
  if (!facts) throw new Error('A record that was touched has facts.');
  const before = project ?? {
    ...NEW_PROJECT,
    projectId: into.newId(),
    code: facts.code ?? codeOf(identity),
    portfolio: into.portfolio,
    currency: into.currency,
  };
  const { wholeLifeCost, durationMonths } = facts;
  return {
    ...before,
    identity,
    version: before.version + 1,
    name: facts.name.slice(0, 300),
    orgUnit: facts.orgUnit,
    category: facts.category,
    currency: wholeLifeCost?.currency ?? before.currency,
    wholeLifeCostMinor: wholeLifeCost?.amountMinor ?? null,
    durationMonths: durationMonths === null ? null : new Prisma.Decimal(durationMonths),
    deliveryConfidence: facts.deliveryConfidence,
    snapshot: facts.snapshot.label,
  };
}

const NEW_PROJECT = {
  version: 0,
  programme: null,
  stage: 'delivery',
  phases: [],
  currentPhaseId: null,
  managerPersonId: null,
  managerName: null,
  sponsorPersonId: null,
  sponsorName: null,
  start: null,
  finish: null,
  isConfidential: false,
};

async function writeSnapshots(tx: Tx, projects: readonly WrittenProject[], importedAt: Date): Promise<void> {
  const rows = projects.flatMap(({ row: { projectId }, entry: { record, before } }) => {
    const known = new Set([...(before?.history ?? []), ...(before ? [before.current] : [])]);
    const all = record ? [...record.history, record.current] : [];
    const fresh = all.filter((facts) => !known.has(facts));
    return fresh.map((facts) => ({
      projectId,
      fromOn: facts.snapshot.from,
      toOn: facts.snapshot.to,
      facts: wire(facts),
      importedAt,
    }));
  });
  await writeRows(tx, 'portfolio_snapshot', rows, ['project_id', 'from_on', 'to_on']);
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
