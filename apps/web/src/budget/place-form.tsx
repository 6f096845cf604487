import { Button } from '@mantine/core';
import type { BudgetNodeVersion, BudgetTreeNode } from '@meridian/contracts-budgeting';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { budgetKey } from '../gateway/money-queries.js';
import { allProjectsQuery } from '../gateway/queries.js';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import { kindWords } from './kind-words.js';
import type { PlaceKind } from './place-choices.js';

interface PlaceFormProps {
  /** What it is to stand under; nothing at the top of the tree. */
  readonly parent: BudgetTreeNode | undefined;
  readonly choices: readonly PlaceKind[];
  /** Projects that stand in the tree already. */
  readonly taken: ReadonlySet<string>;
}

const blank = { name: '', projectId: '', currency: 'EUR', policy: 'hard-stop', wbs: '' };
const parts: ReadonlySet<PlaceKind> = new Set(['control-account', 'work-package']);

/** Puts a place into the budget tree: a fund, a project, or a part of one. */
export function PlaceForm({ parent, choices, taken }: PlaceFormProps) {
  const [kind, setKind] = useState(choices[0] ?? 'control-account');
  const [draft, setDraft] = useState(blank);
  const change = useSend<BudgetNodeVersion>([budgetKey, ['project']]);
  const projects = useQuery({ ...allProjectsQuery, enabled: kind === 'project' }).data ?? [];
  const free = projects.filter(({ projectId }) => !taken.has(projectId));
  const project = free.find(({ projectId }) => projectId === draft.projectId) ?? free[0];
  const name = kind === 'project' ? project?.name : draft.name.trim();
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (!name) return;
    const nodeId = kind === 'project' ? project?.projectId : crypto.randomUUID();
    const body = {
      nodeKind: kind,
      name,
      currency: parent?.currency ?? draft.currency,
      ...(parent && { parentId: parent.nodeId }),
      ...(parts.has(kind) && { policy: draft.policy }),
      ...(parts.has(kind) && draft.wbs.trim() !== '' && { wbs: draft.wbs.trim() }),
    };
    change.mutate(
      { method: 'PUT', path: `/v1/budget-nodes/${nodeId}`, body, version: 0 },
      { onSuccess: () => setDraft(blank) },
    );
  };
  const input = (field: 'name' | 'currency' | 'wbs', label: string, more: object) => (
    <label className={forms.field}>
      <span>{label}</span>
      <input
        value={draft[field]}
        onChange={({ currentTarget }) => setDraft({ ...draft, [field]: currentTarget.value })}
        {...more}
      />
    </label>
  );
  return (
    <form
      className={forms.form}
      onSubmit={submit}
      aria-label={parent ? `A place under ${parent.name}` : 'A place at the top'}
    >
      <label className={forms.field}>
        <span>Kind</span>
        <select value={kind} onChange={({ currentTarget }) => setKind(currentTarget.value as PlaceKind)}>
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {kindWords(choice)}
            </option>
          ))}
        </select>
      </label>
      {kind === 'project' ? (
        <label className={forms.field}>
          <span>Project that is in no tree yet</span>
          <select
            value={project?.projectId ?? ''}
            onChange={({ currentTarget }) => setDraft({ ...draft, projectId: currentTarget.value })}
          >
            {free.map(({ projectId, name: title }) => (
              <option key={projectId} value={projectId}>
                {title}
              </option>
            ))}
          </select>
        </label>
      ) : (
        input('name', 'Name', { required: true, maxLength: 200, size: 28 })
      )}
      {!parent && input('currency', 'Currency', { required: true, pattern: '[A-Z]{3}', size: 4 })}
      {parts.has(kind) && (
        <>
          <label className={forms.field}>
            <span>When more is asked for than there is</span>
            <select
              value={draft.policy}
              onChange={({ currentTarget }) => setDraft({ ...draft, policy: currentTarget.value })}
            >
              <option value="hard-stop">stop</option>
              <option value="warn">warn</option>
              <option value="needs-exception">only with an exception</option>
            </select>
          </label>
          {input('wbs', 'Part of the plan (WBS code)', { maxLength: 120, size: 8 })}
        </>
      )}
      <Button size="xs" type="submit" disabled={kind === 'project' && !project} loading={change.isPending}>
        Add
      </Button>
      {change.data && (
        <p className={forms.done} role="status">
          It stands in the tree. Give money to it from the place above.
        </p>
      )}
      <ChangeProblem cause={change.error} />
    </form>
  );
}
