import { Button } from '@mantine/core';
import type { ScheduledPlan } from '@meridian/contracts-projects';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDay, today } from '../dates/format-day.js';
import { Gantt } from '../gantt/gantt.js';
import type { ProjectAnswer } from '../gateway/answers.js';
import { planQuery } from '../gateway/queries.js';
import { formatCount, formatPercent } from '../money/format-money.js';
import { EmptyState } from '../parts/empty-state.js';
import { MissingNotice } from '../parts/missing-part.js';
import { Panel } from '../parts/panel.js';

/** The plan as a Gantt chart with baseline, critical path and milestones. */
export function ScheduleSection({ answer }: { readonly answer: ProjectAnswer }) {
  const { plan, missing } = answer;
  return (
    <Panel title="Schedule" anchor="schedule" note={plan && plan.taskCount > 0 ? planWords(plan) : undefined}>
      {!plan ? (
        <MissingNotice part="plan" gap={missing.find((one) => one.part === 'plan')} />
      ) : plan.taskCount === 0 ? (
        <EmptyState title="There is no plan yet">
          Import a Microsoft Project XML file; its tasks, links, baseline and assignments appear here.
        </EmptyState>
      ) : (
        <PlanChart plan={plan} />
      )}
    </Panel>
  );
}

function PlanChart({ plan }: { readonly plan: ScheduledPlan }) {
  const [wantsMore, setWantsMore] = useState(false);
  const more = useInfiniteQuery({ ...planQuery(plan.projectId, plan.nextCursor), enabled: wantsMore });
  const rest = more.data?.pages.flatMap((page) => page.tasks) ?? [];
  const tasks = plan.nextCursor ? [...plan.tasks, ...rest] : plan.tasks;
  const left = plan.taskCount - tasks.length;
  return (
    <>
      <Gantt projectId={plan.projectId} tasks={tasks} today={today()} />
      {left > 0 && (
        <Button
          size="compact-sm"
          variant="subtle"
          loading={more.isFetching}
          onClick={() => (wantsMore ? void more.fetchNextPage() : setWantsMore(true))}
        >
          {tasks.length} of {formatCount(plan.taskCount)} tasks are here. Load more
        </Button>
      )}
    </>
  );
}

function planWords(plan: ScheduledPlan): string {
  return [
    `${formatCount(plan.taskCount)} tasks`,
    `${formatCount(plan.criticalCount)} critical`,
    `${formatPercent(plan.percentComplete)} complete`,
    plan.dataDate && `status of ${formatDay(plan.dataDate)}`,
  ]
    .filter(Boolean)
    .join(', ');
}
