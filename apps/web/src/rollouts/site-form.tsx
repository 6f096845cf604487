import { Button } from '@mantine/core';
import type { Recorded, SiteLine } from '@meridian/contracts-projects';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { rolloutsKey } from '../gateway/rollout-queries.js';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import { Field } from './field.js';
import { LinesField } from './lines-field.js';
import styles from './rollouts.module.css';
import { blankSite, bodyOf, changedSite, draftOf, isPlain, weekdays, type SiteDraft } from './site-draft.js';

interface SiteFormProps {
  /** The one that is changed; a new one when absent. */
  readonly site?: SiteLine;
  readonly onDone?: () => void;
}

/** A site, new or changed; what cannot be read is said before anything is sent. */
export function SiteForm({ site, onDone }: SiteFormProps) {
  const [draft, setDraft] = useState(() => (site ? draftOf(site) : blankSite));
  const [siteId, setSiteId] = useState(() => site?.siteId ?? crypto.randomUUID());
  const [problem, setProblem] = useState<string>();
  const change = useSend<Recorded>([rolloutsKey]);
  const set = (part: Partial<SiteDraft>): void => setDraft({ ...draft, ...part });
  const field = (key: 'code' | 'name' | 'language' | 'currency' | 'timeZone' | 'hours', label: string) => (
    <Field label={label} value={draft[key]} onChange={(value) => set({ [key]: value })} />
  );
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const read = site ? changedSite(draft, site) : bodyOf(draft);
    setProblem('problem' in read ? read.problem : undefined);
    if ('problem' in read) return;
    const done = (): void => {
      onDone?.();
      if (site) return;
      setDraft(blankSite);
      setSiteId(crypto.randomUUID());
    };
    const wish = {
      method: 'PUT',
      path: `/v1/sites/${siteId}`,
      body: read.value,
      version: site?.version ?? 0,
    } as const;
    change.mutate(wish, { onSuccess: done });
  };
  return (
    <form className={forms.form} onSubmit={submit} aria-label={site ? `Change ${site.name}` : 'Add a site'}>
      {field('name', 'Name')}
      {field('code', 'Code')}
      {field('language', 'Language, like pt-BR')}
      {field('currency', 'Currency')}
      {field('timeZone', 'Time zone, like Europe/Dublin')}
      <Field
        label="Manager"
        value={draft.managerName}
        onChange={(managerName) => set({ managerName })}
        isOptional
      />
      {(!site || isPlain(site)) && (
        <>
          <fieldset className={styles.days}>
            <legend>Working days</legend>
            {weekdays.map((day) => (
              <label key={day} className={forms.check}>
                <input
                  type="checkbox"
                  checked={draft.days.includes(day)}
                  onChange={({ currentTarget }) =>
                    set({
                      days: weekdays.filter((one) =>
                        one === day ? currentTarget.checked : draft.days.includes(one),
                      ),
                    })
                  }
                />
                {shortDay(day)}
              </label>
            ))}
          </fieldset>
          {field('hours', 'Hours')}
          <LinesField
            label="Holidays, one a line: “2027-02-08 Carnival” or “2027-12-24 2027-12-31 Shutdown”"
            value={draft.holidays}
            onChange={(holidays) => set({ holidays })}
          />
        </>
      )}
      <LinesField
        label="What must be there before it begins, one a line"
        value={draft.readiness}
        onChange={(readiness) => set({ readiness })}
      />
      <Button size="xs" type="submit" loading={change.isPending}>
        {site ? 'Save' : 'Add'}
      </Button>
      {problem && (
        <p className={forms.problem} role="alert">
          {problem}
        </p>
      )}
      <ChangeProblem cause={change.error} />
    </form>
  );
}

/** `monday` reads `Mon`. */
function shortDay(day: string): string {
  return day.charAt(0).toUpperCase() + day.slice(1, 3);
}
