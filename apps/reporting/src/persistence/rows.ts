import type { AttentionKind, AttentionNote } from '../domain/attention.js';
import type { Milestone } from '../domain/milestone.js';
import type { OwnLine } from '../domain/own-line.js';
import type { ProjectStatus } from '../domain/project-status.js';

/** An open line of "Needs you today". */
export interface AttentionRow extends Required<AttentionNote> {
  readonly attentionId: string;
  readonly kind: AttentionKind;
  /** Gate, decision, person, milestone or project. */
  readonly subjectId: string;
  readonly projectId: string | null;
}

/**
 * Where the projections keep their rows: memory, which the transaction of the events or a rebuild writes to the tables.
 * There is one way from an event to the rows, whichever it is.
 */
export interface Rows {
  /**
   * What is known of a project. It stays locked until the transaction ends: facts of several owners meet in it, so take
   * it before its milestones.
   */
  project(projectId: string): Promise<ProjectStatus>;
  saveProject(project: ProjectStatus): Promise<void>;
  milestonesOf(projectId: string): Promise<readonly Milestone[]>;
  saveMilestone(milestone: Milestone): Promise<void>;
  attention(attentionId: string): Promise<AttentionRow | null>;
  saveAttention(line: AttentionRow): Promise<void>;
  removeAttention(attentionId: string): Promise<void>;
  saveOwnLine(line: OwnLine): Promise<void>;
  removeOwnLine(lineId: string): Promise<void>;
}
