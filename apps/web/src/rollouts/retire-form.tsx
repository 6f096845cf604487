import { Button } from '@mantine/core';
import type { Recorded, TemplateLine } from '@meridian/contracts-projects';
import { useState } from 'react';
import { templatePath, templatesKey } from '../gateway/rollout-queries.js';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import { Field } from './field.js';

/** Nothing new begins from a retired template; what began from it stays. */
export function RetireForm({ template }: { readonly template: TemplateLine }) {
  const [reason, setReason] = useState('');
  const change = useSend<Recorded>([templatesKey]);
  return (
    <form
      className={forms.form}
      aria-label={`Retire ${template.name}`}
      onSubmit={(event) => {
        event.preventDefault();
        const path = `${templatePath(template.templateId)}/retirement`;
        change.mutate({ method: 'POST', path, body: { reason: reason.trim() }, version: template.version });
      }}
    >
      <Field label="Why" value={reason} onChange={setReason} isWide maxLength={2000} />
      <Button size="xs" type="submit" color="red" variant="default" loading={change.isPending}>
        Retire
      </Button>
      <ChangeProblem cause={change.error} />
    </form>
  );
}
