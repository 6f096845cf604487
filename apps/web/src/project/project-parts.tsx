import type { ProjectAnswer } from '../gateway/answers.js';
import { GovernanceSection } from './governance-section.js';
import { BetweenPanel } from '../between/between-panel.js';
import { ClosingPanel } from '../closing/closing-panel.js';
import { MatchingLessonsPanel } from '../lessons/matching-lessons-panel.js';
import { LifecyclePanel } from '../lifecycle/lifecycle-panel.js';
import { MilestonePanel } from '../milestones/milestone-panel.js';
import { RaidPanel } from '../raid/raid-panel.js';
import { MoneySection } from './money-section.js';
import { OverviewSection } from './overview-section.js';
import { PeopleSection } from './people-section.js';
import { ImportPanel } from '../schedule/import-panel.js';
import { SchedulePanels } from '../schedule/schedule-panels.js';
import { TemplateVersionPanel } from '../template-version/template-version-panel.js';
import styles from './project.module.css';
import { QualitySection } from './quality-section.js';
import { ScheduleSection } from './schedule-section.js';

/** The sections of a project in reading order. */
export function ProjectParts({ answer }: { readonly answer: ProjectAnswer }) {
  return (
    <div className={styles.page}>
      <OverviewSection answer={answer} />
      <LifecyclePanel projectId={answer.project.projectId} />
      <MatchingLessonsPanel projectId={answer.project.projectId} />
      <ScheduleSection answer={answer} />
      <ImportPanel projectId={answer.project.projectId} hasPlan={hasPlan(answer)} />
      {hasPlan(answer) && <SchedulePanels projectId={answer.project.projectId} />}
      {hasPlan(answer) && <TemplateVersionPanel projectId={answer.project.projectId} />}
      {hasPlan(answer) && <MilestonePanel projectId={answer.project.projectId} />}
      <BetweenPanel answer={answer} />
      <RaidPanel answer={answer} />
      <MoneySection answer={answer} />
      <PeopleSection answer={answer} />
      <QualitySection answer={answer} />
      <GovernanceSection answer={answer} />
      <ClosingPanel projectId={answer.project.projectId} />
    </div>
  );
}

function hasPlan({ plan }: ProjectAnswer): boolean {
  return plan !== null && plan.taskCount > 0;
}
