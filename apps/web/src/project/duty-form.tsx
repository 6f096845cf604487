import { Button } from '@mantine/core';
import type { ProjectFile, Recorded } from '@meridian/contracts-projects';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { useMay } from '../gateway/use-may.js';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import { Choice } from '../parts/choice.js';
import forms from '../parts/forms.module.css';
import { usePersonNames } from '../people/person-names.js';
import { dutiesOf, dutyChange } from './duty-draft.js';

/** Names who manages a project and who answers for it. Only for those who may write it and read who there is. */
export function DutyForm({ project }: { readonly project: ProjectFile }) {
  const mayWrite = useMay('project:write') === true;
  const mayRead = useMay('resource:read') === true;
  if (!mayWrite || !mayRead) return null;
  return (
    <details className={forms.disclosure}>
      <summary>Name the manager and the sponsor</summary>
      <Duties key={project.version} project={project} />
    </details>
  );
}

function Duties({ project }: { readonly project: ProjectFile }) {
  const { projectId, version, managerPersonId, managerName, sponsorPersonId, sponsorName } = project;
  const names = usePersonNames(
    new Map([
      ...(managerPersonId && managerName ? [[managerPersonId, managerName] as const] : []),
      ...(sponsorPersonId && sponsorName ? [[sponsorPersonId, sponsorName] as const] : []),
    ]),
  );
  const [draft, setDraft] = useState(() => dutiesOf(project));
  const change = useSend<Recorded>([['project', projectId], ['projects']]);
  const body = dutyChange(draft, project, names);
  const people = [...names].sort(([, a], [, b]) => a.localeCompare(b));
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const path = `/v1/projects/${encodeURIComponent(projectId)}`;
    if (body !== undefined) change.mutate({ method: 'PATCH', path, body, version });
  };
  const choice = (name: keyof typeof draft, label: string) => (
    <Choice
      label={label}
      value={draft[name]}
      options={draft[name] === '' ? [['', 'nobody yet'], ...people] : people}
      onChange={(personId) => setDraft({ ...draft, [name]: personId })}
    />
  );
  return (
    <form className={forms.form} onSubmit={submit} aria-label="Manager and sponsor">
      {choice('manager', 'Manager')}
      {choice('sponsor', 'Sponsor')}
      <Button size="xs" type="submit" disabled={body === undefined} loading={change.isPending}>
        Name them
      </Button>
      <ChangeProblem cause={change.error} />
    </form>
  );
}
