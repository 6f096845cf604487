import { Button } from '@mantine/core';
import type {
  OfferedTemplate,
  TemplateVersionPreview,
  TemplateVersionSettled,
} from '@meridian/contracts-projects';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { send } from '../gateway/send.js';
import { templateVersionPath } from '../gateway/template-version-queries.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import { useChange } from '../schedule/use-change.js';
import { choicesOf, freeLines } from './line-words.js';
import { OfferedLines } from './offered-lines.js';
import { VersionPreview } from './version-preview.js';

/** A later version: its lines, what the chosen ones do to the dates, and the decision with its reason. */
export function VersionOffer({ offer }: { readonly offer: OfferedTemplate }) {
  const { projectId, planVersion, offeredVersion: toVersion, purpose, lines, lineCount } = offer;
  const [chosen, setChosen] = useState(() => freeLines(lines));
  const [reason, setReason] = useState('');
  const choices = choicesOf(lines, chosen);
  const path = templateVersionPath(projectId);
  const preview = useMutation({
    mutationFn: () =>
      send<TemplateVersionPreview>({
        method: 'POST',
        path: `${path}/preview`,
        body: { toVersion, lines: choices },
        key: crypto.randomUUID(),
      }),
  });
  const change = useChange<TemplateVersionSettled>(projectId);
  const choose = (ids: ReadonlySet<string>): void => {
    setChosen(ids);
    preview.reset();
  };
  const decide = (decision: 'adopt' | 'decline'): void =>
    change.mutate({
      method: 'POST',
      path: `${path}/decision`,
      body: { toVersion, decision, reason: reason.trim(), lines: decision === 'adopt' ? choices : [] },
      version: planVersion,
    });
  const isWordless = reason.trim() === '';
  return (
    <>
      <p>
        Version {toVersion} of the template is there: <q>{purpose}</q> What this project changed itself stays
        as it is, unless you choose its line.
      </p>
      {lineCount === 0 ? (
        <p className="quiet">The project has everything of it already.</p>
      ) : (
        <OfferedLines lines={lines} lineCount={lineCount} chosen={chosen} onChoose={choose} />
      )}
      {preview.data && <VersionPreview preview={preview.data} />}
      <div className={forms.form}>
        <label className={`${forms.field} ${forms.wide}`}>
          <span>Reason, kept with the decision</span>
          <input
            value={reason}
            maxLength={2000}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
        </label>
        <Button
          size="xs"
          variant="default"
          loading={preview.isPending}
          disabled={choices.length === 0}
          onClick={() => preview.mutate()}
        >
          Show what would move
        </Button>
        <Button
          size="xs"
          loading={change.isPending}
          disabled={isWordless || (choices.length === 0 && lineCount > 0)}
          onClick={() => decide('adopt')}
        >
          Adopt {choices.length === 1 ? 'one line' : `${choices.length} lines`}
        </Button>
        <Button size="xs" variant="subtle" disabled={isWordless} onClick={() => decide('decline')}>
          Decline version {toVersion}
        </Button>
        <ChangeProblem cause={preview.error ?? change.error} />
      </div>
    </>
  );
}
