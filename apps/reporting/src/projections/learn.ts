import { ProjectStatusChanged } from '@meridian/contracts-reporting';
import type { Milestone } from '../domain/milestone.js';
import { learned, saysTheSame, type LearnedFacts, type ProjectStatus } from '../domain/project-status.js';
import { statusFact } from '../domain/status-fact.js';
import type { News } from './news.js';

/** Takes over what an event told of a project, computes its status again and announces it when it changed. */
export async function learn(news: News, projectId: string, facts: LearnedFacts): Promise<void> {
  const project = await news.rows.project(projectId);
  await conclude(news, project, facts, await news.rows.milestonesOf(projectId));
}

/** The same for a project whose row is locked and whose milestones are known. */
export async function conclude(
  news: News,
  project: ProjectStatus,
  facts: LearnedFacts,
  milestones: Iterable<Milestone>,
): Promise<void> {
  const after = learned(project, facts, milestones, news.at);
  await news.rows.saveProject(after);
  if (!after.isKnown || saysTheSame(project, after)) return;
  await news.announce(ProjectStatusChanged, statusFact(after, news.eventType));
}
