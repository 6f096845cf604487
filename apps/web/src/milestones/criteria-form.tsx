import { Button } from '@mantine/core';
import type { MilestoneTrendLine } from '@meridian/contracts-projects';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { meQuery } from '../gateway/queries.js';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import raid from '../raid/raid.module.css';

interface CriteriaFormProps {
  readonly projectId: string;
  readonly milestone: MilestoneTrendLine;
  readonly mayWrite: boolean;
}

/** By what a milestone is accepted, one criterion a line; who answers for it. */
export function CriteriaForm({ projectId, milestone, mayWrite }: CriteriaFormProps) {
  const { milestoneId, name, criteria, version, ownerName } = milestone;
  return (
    <section className={raid.detail} aria-label={`Criteria of ${name}`}>
      <h3 className={forms.subhead}>By what “{name}” is accepted</h3>
      {criteria.length === 0 ? (
        <p className={raid.sentence}>Nobody said so yet.</p>
      ) : (
        <ul className={raid.history}>
          {criteria.map(({ text, evidence }) => (
            <li key={text}>
              {text}
              {evidence && <span className="quiet"> · {evidence}</span>}
            </li>
          ))}
        </ul>
      )}
      {mayWrite && (
        <Change
          path={`/v1/projects/${encodeURIComponent(projectId)}/milestones/${encodeURIComponent(milestoneId)}/criteria`}
          version={version ?? 0}
          criteria={criteria}
          ownerName={ownerName}
          projectId={projectId}
        />
      )}
    </section>
  );
}

interface ChangeProps extends Pick<MilestoneTrendLine, 'criteria' | 'ownerName'> {
  readonly path: string;
  readonly version: number;
  readonly projectId: string;
}

function Change({ path, version, criteria, ownerName, projectId }: ChangeProps) {
  const me = useQuery(meQuery).data;
  const [lines, setLines] = useState(() => criteria.map(({ text }) => text).join('\n'));
  const [isMine, setMine] = useState(false);
  const change = useSend([
    ['plan', projectId, 'milestone-trend'],
    ['project', projectId],
  ]);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const known = new Map(criteria.map((one) => [one.text, one]));
    const texts = lines.split('\n').map((line) => line.trim());
    const body = {
      criteria: texts.filter((text) => text !== '').map((text) => known.get(text) ?? { text }),
      ...(isMine && me ? { ownerPersonId: me.personId, ownerName: me.name } : {}),
    };
    change.mutate({ method: 'PUT', path, body, version });
  };
  return (
    <form className={forms.form} onSubmit={submit}>
      <label className={`${forms.field} ${forms.wide}`}>
        <span>Criteria, one a line</span>
        <textarea rows={3} value={lines} onChange={({ currentTarget }) => setLines(currentTarget.value)} />
      </label>
      {me && ownerName !== me.name && (
        <label className={forms.check}>
          <input
            type="checkbox"
            checked={isMine}
            onChange={({ currentTarget }) => setMine(currentTarget.checked)}
          />
          I answer for it{ownerName ? `, not ${ownerName}` : ''}
        </label>
      )}
      <Button size="xs" variant="default" type="submit" loading={change.isPending}>
        Set criteria
      </Button>
      <ChangeProblem cause={change.error} />
    </form>
  );
}
