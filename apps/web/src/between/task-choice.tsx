import { useQuery } from '@tanstack/react-query';
import { mostTasks, tasksQuery } from '../gateway/between-queries.js';
import forms from '../parts/forms.module.css';

interface TaskChoiceProps {
  readonly projectId: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (taskId: string) => void;
}

/** One of the tasks of a project; summaries are left out, they hold nothing. */
export function TaskChoice({ projectId, label, value, onChange }: TaskChoiceProps) {
  const plan = useQuery({ ...tasksQuery(projectId), enabled: projectId !== '' });
  const tasks = plan.data?.tasks.filter(({ isSummary }) => !isSummary) ?? [];
  const isCut = (plan.data?.taskCount ?? 0) > mostTasks;
  return (
    <label className={forms.field}>
      <span>
        {label}
        {isCut && `, of its first ${mostTasks} tasks`}
      </span>
      <select required value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        <option value="">
          {choiceWords(projectId, plan.isError, plan.data !== undefined && tasks.length === 0)}
        </option>
        {tasks.map(({ taskId, wbs, name }) => (
          <option key={taskId} value={taskId}>
            {wbs} {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function choiceWords(projectId: string, isError: boolean, isEmpty: boolean): string {
  if (projectId === '') return 'choose its project first';
  if (isError) return 'its plan cannot be read';
  return isEmpty ? 'it has no plan' : 'choose a task';
}
