import type { Milestone } from '../domain/milestone.js';
import type { OwnLine } from '../domain/own-line.js';
import { unknownProject, type ProjectStatus } from '../domain/project-status.js';
import type { AttentionRow, Rows } from './rows.js';

/** Rows by table that changed since they were last taken; null where a row is gone. */
export interface ChangedRows {
  readonly projects: ReadonlyMap<string, ProjectStatus>;
  readonly milestones: ReadonlyMap<string, Milestone>;
  readonly attention: ReadonlyMap<string, AttentionRow | null>;
  readonly ownLines: ReadonlyMap<string, OwnLine | null>;
}

/**
 * The read models in memory: what a rebuild, or the events of one transaction, fold into before it is written to the tables.
 * Ids are kept as PostgreSQL gives them back.
 */
export class MemoryRows implements Rows {
  readonly #projects = new Map<string, ProjectStatus>();
  readonly #milestones = new Map<string, Map<string, Milestone>>();
  readonly #attention = new Map<string, AttentionRow>();
  #changed = noChange();

  async project(projectId: string): Promise<ProjectStatus> {
    const id = projectId.toLowerCase();
    return this.#projects.get(id) ?? unknownProject(id);
  }

  async saveProject(project: ProjectStatus): Promise<void> {
    this.#projects.set(project.projectId, project);
    this.#changed.projects.set(project.projectId, project);
  }

  async milestonesOf(projectId: string): Promise<readonly Milestone[]> {
    return [...(this.#milestones.get(projectId.toLowerCase())?.values() ?? [])];
  }

  async saveMilestone(milestone: Milestone): Promise<void> {
    const kept = this.#put(milestone);
    this.#changed.milestones.set(kept.milestoneId, kept);
  }

  async attention(attentionId: string): Promise<AttentionRow | null> {
    return this.#attention.get(attentionId) ?? null;
  }

  async saveAttention(line: AttentionRow): Promise<void> {
    this.#attention.set(line.attentionId, line);
    this.#changed.attention.set(line.attentionId, line);
  }

  async removeAttention(attentionId: string): Promise<void> {
    this.#attention.delete(attentionId);
    this.#changed.attention.set(attentionId, null);
  }

  async saveOwnLine(line: OwnLine): Promise<void> {
    this.#changed.ownLines.set(line.lineId, line);
  }

  async removeOwnLine(lineId: string): Promise<void> {
    this.#changed.ownLines.set(lineId, null);
  }

  /** Rows as the tables have them: nothing is changed by that. */
  protected keep(projects: readonly ProjectStatus[], milestones: readonly Milestone[]): void {
    for (const project of projects) this.#projects.set(project.projectId, project);
    for (const milestone of milestones) this.#put(milestone);
  }

  protected keepAttention(line: AttentionRow): void {
    this.#attention.set(line.attentionId, line);
  }

  /** What changed since the last call, and forgets that it changed. */
  takeChanged(): ChangedRows {
    const changed = this.#changed;
    this.#changed = noChange();
    return changed;
  }

  #put(milestone: Milestone): Milestone {
    const projectId = milestone.projectId.toLowerCase();
    const milestoneId = milestone.milestoneId.toLowerCase();
    const kept = { ...milestone, projectId, milestoneId };
    const ofProject = this.#milestones.get(projectId) ?? new Map<string, Milestone>();
    this.#milestones.set(projectId, ofProject.set(milestoneId, kept));
    return kept;
  }
}

function noChange() {
  return {
    projects: new Map<string, ProjectStatus>(),
    milestones: new Map<string, Milestone>(),
    attention: new Map<string, AttentionRow | null>(),
    ownLines: new Map<string, OwnLine | null>(),
  };
}
