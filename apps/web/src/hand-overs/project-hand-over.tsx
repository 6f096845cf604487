import { Button } from '@mantine/core';
import type { Recorded } from '@meridian/contracts-projects';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { projectQuery } from '../gateway/queries.js';
import { useMay } from '../gateway/use-may.js';
import { useSend } from '../gateway/use-send.js';
import { PersonField } from '../people/person-field.js';
import { usePersonNames } from '../people/person-names.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import { Reading } from '../parts/reading.js';

interface ProjectHandOverProps {
  readonly projectId: string;
  readonly role: 'manager' | 'sponsor';
}

/** Names another one who answers for a project. */
export function ProjectHandOver({ projectId, role }: ProjectHandOverProps) {
  const answer = useQuery(projectQuery(projectId));
  const names = usePersonNames();
  const mayWrite = useMay('project:write');
  const [personId, setPersonId] = useState<string>();
  const change = useSend<Recorded>([['hand-overs'], ['project', projectId], ['projects']]);
  if (mayWrite === false) return <p>The PMO names who answers for a project; ask it to change the {role}.</p>;
  return (
    <Reading answer={answer} what="The project" lines={1}>
      {({ project: { version } }) => (
        <form
          className={forms.form}
          aria-label={`Another ${role}`}
          onSubmit={(event) => {
            event.preventDefault();
            const body = {
              [`${role}PersonId`]: personId,
              [`${role}Name`]: names.get(personId ?? ''),
            };
            change.mutate({ method: 'PATCH', path: `/v1/projects/${projectId}`, body, version });
          }}
        >
          <PersonField label={`The ${role} from now on`} onPick={setPersonId} />
          <Button size="xs" type="submit" disabled={personId === undefined} loading={change.isPending}>
            Hand over
          </Button>
          <ChangeProblem cause={change.error} />
        </form>
      )}
    </Reading>
  );
}
