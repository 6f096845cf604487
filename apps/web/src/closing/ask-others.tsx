import { Button } from '@mantine/core';
import type { ClosingsAsked } from '@meridian/contracts-projects';
import { useMay } from '../gateway/use-may.js';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';

/** A project that is closing and has asked nobody what is open: it was closing before one could ask. */
export function AskOthers({ projectId }: { readonly projectId: string }) {
  const mayAsk = useMay('project:write') === true;
  const change = useSend<ClosingsAsked>([
    ['closing', projectId],
    ['lifecycle', projectId],
  ]);
  const ask = (): void =>
    change.mutate({ method: 'POST', path: '/v1/closings', body: { projectIds: [projectId] } });
  return (
    <div className={forms.form}>
      <p className="quiet">Nobody has been asked yet what keeps the project from being closed.</p>
      {mayAsk && (
        <Button size="xs" loading={change.isPending} onClick={ask}>
          Ask money, people, quality and governance
        </Button>
      )}
      <ChangeProblem cause={change.error} />
    </div>
  );
}
