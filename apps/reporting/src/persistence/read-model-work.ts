import { RowVersions } from '@meridian/bus';
import type { SharedWork } from '@meridian/bus';
import { DecisionRequested, DecisionTaken, GateRecorded } from '@meridian/contracts-governance';
import type { Milestone } from '../domain/milestone.js';
import type { OwnLine } from '../domain/own-line.js';
import type { ProjectStatus } from '../domain/project-status.js';
import { attentionLine } from './attention-line.js';
import type { Tx } from './database.js';
import { lockProjects, milestonesOfProjects } from './locked-projects.js';
import { MemoryRows } from './memory-rows.js';
import { TABLES } from './tables.js';
import type { AttentionRow } from './rows.js';
import { writeVersions } from './write-versions.js';

/** They name a project and change no row of it. */
const BESIDE_PROJECTS = [GateRecorded, DecisionRequested, DecisionTaken];

/**
 * The read models inside one transaction: the rows of its projects are locked and read together, the events fold into them in
 * memory, and what changed is written together.
 */
export class ReadModelWork extends MemoryRows implements SharedWork {
  readonly #projects = new RowVersions<ProjectStatus>();
  readonly #milestones = new RowVersions<Milestone>();
  readonly #attention = new RowVersions<AttentionRow | { readonly attentionId: string }>();
  readonly #ownLines = new RowVersions<OwnLine | { readonly lineId: string }>();
  readonly #locked = new Set<string>();
  readonly #asked = new Set<string>();

  static async open(tx: Tx, coming: readonly object[]): Promise<ReadModelWork> {
    const work = new ReadModelWork(tx);
    await work.#lock(coming.flatMap(projectOf));
    return work;
  }

  private constructor(private readonly tx: Tx) {
    super();
  }

  override async project(projectId: string): Promise<ProjectStatus> {
    if (!this.#locked.has(projectId.toLowerCase())) await this.#lock([projectId]);
    return super.project(projectId);
  }

  override async attention(attentionId: string): Promise<AttentionRow | null> {
    if (!this.#asked.has(attentionId)) {
      this.#asked.add(attentionId);
      const line = await attentionLine(this.tx, attentionId);
      if (line) this.keepAttention(line);
    }
    return super.attention(attentionId);
  }

  override async saveProject(project: ProjectStatus): Promise<void> {
    await super.saveProject(project);
    this.#projects.add(project.projectId, project);
  }

  override async saveMilestone(milestone: Milestone): Promise<void> {
    await super.saveMilestone(milestone);
    this.#milestones.add(milestone.milestoneId.toLowerCase(), milestone);
  }

  override async saveAttention(line: AttentionRow): Promise<void> {
    await super.saveAttention(line);
    this.#attention.add(line.attentionId, line);
  }

  override async removeAttention(attentionId: string): Promise<void> {
    await super.removeAttention(attentionId);
    this.#attention.add(attentionId, { attentionId });
  }

  override async saveOwnLine(line: OwnLine): Promise<void> {
    await super.saveOwnLine(line);
    this.#ownLines.add(line.lineId, line);
  }

  override async removeOwnLine(lineId: string): Promise<void> {
    await super.removeOwnLine(lineId);
    this.#ownLines.add(lineId, { lineId });
  }

  async flush(): Promise<void> {
    const [projects, milestones, attention, ownLines] = TABLES;
    await writeVersions(this.tx, projects, this.#projects);
    await writeVersions(this.tx, milestones, this.#milestones);
    await writeVersions(this.tx, attention, this.#attention);
    await writeVersions(this.tx, ownLines, this.#ownLines);
  }

  /** In order of id, so that two transactions never wait for each other in a circle. */
  async #lock(projectIds: readonly string[]): Promise<void> {
    const ids = [...new Set(projectIds.map((id) => id.toLowerCase()))].sort();
    if (ids.length === 0) return;
    const projects = await lockProjects(this.tx, ids);
    this.keep(projects, await milestonesOfProjects(this.tx, ids));
    for (const id of ids) this.#locked.add(id);
  }
}

function projectOf(event: { readonly projectId?: unknown }): string[] {
  if (BESIDE_PROJECTS.some((contract) => event instanceof contract)) return [];
  return typeof event.projectId === 'string' ? [event.projectId] : [];
}
