import { eventually } from '@meridian/testing';
import { openProject } from '../house/open-project.js';
import type { OpenedProject, ProjectPage } from '../house/open-project.js';
import type { TrialHouse } from '../house/trial-house.js';

/** What a command answers about the record it wrote. */
export interface Recorded {
  readonly id: string;
  readonly version: number;
}

/** A project with everything that commands work on. */
export class CommandScene {
  #count = 0;

  private constructor(
    readonly trial: TrialHouse,
    readonly today: string,
    readonly built: OpenedProject,
    readonly milestoneId: string,
    readonly assignmentIds: readonly string[],
    readonly personId: string,
  ) {}

  static async open(trial: TrialHouse): Promise<CommandScene> {
    const today = new Date().toISOString().slice(0, 10);
    const people = ['Ines Moreau', 'Ole Lindqvist'];
    const built = await openProject(trial, { code: 'CMD', portfolio: 'Trial', tasks: 4, people, today });
    const { milestoneId, assignmentIds } = await eventually(() => known(trial, built.projectId), {
      timeoutMs: 30_000,
    });
    const { id } = await trial.as('lea.chen').command<Recorded>('POST', '/v1/people', worker('CMD-0'));
    return new CommandScene(trial, today, built, milestoneId, assignmentIds, id);
  }

  /** Never the same twice. */
  next(): number {
    this.#count += 1;
    return this.#count;
  }

  page(projectId = this.built.projectId): Promise<ProjectPage> {
    return this.trial.as('anna.meyer').get<ProjectPage>(`/v1/projects/${projectId}`);
  }

  /** Done by somebody who may, with a key of its own, on the version that is given. */
  done(
    handle: string,
    method: 'POST' | 'PUT' | 'PATCH',
    path: string,
    body: object,
    version?: number,
  ): Promise<Recorded> {
    const headers: Record<string, string> = version === undefined ? {} : { 'If-Match': `"${version}"` };
    return this.trial.as(handle).command<Recorded>(method, path, body, headers);
  }
}

export function worker(employeeNumber: string) {
  return {
    employeeNumber,
    name: `Worker ${employeeNumber}`,
    role: 'Analyst',
    orgUnit: 'Finance',
    ftePercent: 100,
    employedFrom: '2020-01-01',
  };
}

/** Quality and resourcing hear of a plan a moment after it was imported. */
async function known(trial: TrialHouse, projectId: string) {
  const page = await trial.as('anna.meyer').get<ProjectPage>(`/v1/projects/${projectId}`);
  const milestoneId = page.quality?.milestones[0]?.milestoneId;
  const assignmentIds = page.people?.bookings.map(({ assignmentId }) => assignmentId) ?? [];
  if (milestoneId === undefined || assignmentIds.length === 0)
    throw new Error('Somebody does not know the plan.');
  return { milestoneId, assignmentIds };
}
