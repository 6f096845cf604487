import { Button } from '@mantine/core';
import type { Recorded, SiteLine, TemplateLine } from '@meridian/contracts-projects';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { rolloutsKey, wavePath } from '../gateway/rollout-queries.js';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import { Field } from './field.js';
import styles from './rollouts.module.css';

interface WaveFormProps {
  readonly templates: readonly TemplateLine[];
  readonly sites: readonly SiteLine[];
  readonly onPlanned: (waveId: string) => void;
}

const blank = { name: '', codePrefix: '', portfolio: '', programme: '', firstStart: '', intervalDays: '14' };

/** A template, the sites in the order they are chosen, and how they follow each other. */
export function WaveForm({ templates, sites, onPlanned }: WaveFormProps) {
  const [draft, setDraft] = useState(blank);
  const [templateId, setTemplateId] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [waveId] = useState(() => crypto.randomUUID());
  const change = useSend<Recorded>([rolloutsKey]);
  const set = (key: keyof typeof blank) => (value: string) => setDraft({ ...draft, [key]: value });
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const body = {
      ...draft,
      intervalDays: Number(draft.intervalDays),
      templateId,
      templateVersion: templates.find((one) => one.templateId === templateId)?.version,
      sites: chosen.map((siteId) => ({ siteId })),
    };
    const wish = { method: 'PUT', path: wavePath(waveId), body, version: 0 } as const;
    change.mutate(wish, { onSuccess: ({ id }) => onPlanned(id) });
  };
  const choose = (siteId: string, isChosen: boolean): void =>
    setChosen(isChosen ? [...chosen, siteId] : chosen.filter((one) => one !== siteId));
  return (
    <form className={forms.form} onSubmit={submit} aria-label="Plan a wave">
      <Field label="Name" value={draft.name} onChange={set('name')} />
      <Field label="Codes begin with" value={draft.codePrefix} onChange={set('codePrefix')} maxLength={30} />
      <label className={forms.field}>
        <span>Template</span>
        <select
          required
          value={templateId}
          onChange={({ currentTarget }) => setTemplateId(currentTarget.value)}
        >
          <option value="">Choose a template</option>
          {templates.map((template) => (
            <option key={template.templateId} value={template.templateId}>
              {template.name}, version {template.version}
            </option>
          ))}
        </select>
      </label>
      <Field label="Portfolio" value={draft.portfolio} onChange={set('portfolio')} />
      <Field label="Programme" value={draft.programme} onChange={set('programme')} />
      <Field label="First start" type="date" value={draft.firstStart} onChange={set('firstStart')} />
      <Field
        label="Days between starts"
        type="number"
        value={draft.intervalDays}
        onChange={set('intervalDays')}
      />
      <fieldset className={styles.days}>
        <legend>Sites, in the order in which they begin</legend>
        {sites.map(({ siteId, name }) => (
          <label key={siteId} className={forms.check}>
            <input
              type="checkbox"
              checked={chosen.includes(siteId)}
              onChange={({ currentTarget }) => choose(siteId, currentTarget.checked)}
            />
            {chosen.includes(siteId) ? `${chosen.indexOf(siteId) + 1}. ${name}` : name}
          </label>
        ))}
      </fieldset>
      <Button size="xs" type="submit" loading={change.isPending} disabled={chosen.length === 0}>
        Plan
      </Button>
      <ChangeProblem cause={change.error} />
    </form>
  );
}
