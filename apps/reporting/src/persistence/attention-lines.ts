import { maySeeProject } from '@meridian/access';
import type { Asking } from '@meridian/bus';
import type { AttentionLine } from '@meridian/contracts-reporting';
import { urgency, type AttentionKind, type Severity } from '../domain/attention.js';
import type { Database } from './database.js';

/** Who sees overloads that belong to no project. */
const SEES_PEOPLE = ['pmo-manager', 'resource-manager'];

/** Open lines that the asker may see, of one project or of all: red before amber, then by due date, then the oldest. */
export async function attentionOf(
  database: Database,
  asking: Asking,
  projectId?: string,
): Promise<AttentionLine[]> {
  const today = asking.now.toISOString().slice(0, 10);
  const rows = await database.attention.findMany({
    where: {
      visibleFrom: { lte: today },
      ...(projectId === undefined ? {} : { projectId }),
    },
  });
  const projects = await database.projectStatus.findMany({
    where: { projectId: { in: rows.flatMap((row) => row.projectId ?? []) } },
    select: {
      projectId: true,
      name: true,
      isConfidential: true,
      managerPersonId: true,
      sponsorPersonId: true,
    },
  });
  const byId = new Map(projects.map((project) => [project.projectId, project]));
  return rows
    .filter((row) => {
      const project = byId.get(row.projectId ?? '');
      return project
        ? maySeeProject(asking.claims, project)
        : asking.claims.roles.some((r) => SEES_PEOPLE.includes(r));
    })
    .map((row) => lineOf(row, byId.get(row.projectId ?? '')?.name, today))
    .sort(byUrgency);
}

interface Row {
  readonly attentionId: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly projectId: string | null;
  readonly severity: string;
  readonly title: string;
  readonly detail: string;
  readonly dueOn: string | null;
  readonly since: string;
}

function lineOf(row: Row, projectName: string | undefined, today: string): AttentionLine {
  const { attentionId, title, detail, since, subjectId } = row;
  const dated = row.kind === 'gate' || row.kind === 'decision';
  return {
    attentionId,
    kind: row.kind as AttentionKind,
    severity: dated ? urgency(row.dueOn, today) : (row.severity as Severity),
    title,
    detail,
    since,
    subjectId,
    ...(row.projectId === null ? {} : { projectId: row.projectId }),
    ...(projectName === undefined ? {} : { projectName }),
    ...(row.dueOn === null ? {} : { dueOn: row.dueOn }),
  };
}

const ORDER: Readonly<Record<Severity, number>> = { red: 0, amber: 1 };

function byUrgency(a: AttentionLine, b: AttentionLine): number {
  return (
    ORDER[a.severity] - ORDER[b.severity] ||
    (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') ||
    a.since.localeCompare(b.since) ||
    a.attentionId.localeCompare(b.attentionId)
  );
}
