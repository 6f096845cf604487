import { Button } from '@mantine/core';
import type { Recorded, SiteLine, WaveState } from '@meridian/contracts-projects';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { rolloutsKey, sitesQuery, wavePath } from '../gateway/rollout-queries.js';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import { Field } from './field.js';
import styles from './rollouts.module.css';
import { draftOfWave, movedUp, waveBody, type DraftSite } from './wave-draft.js';

/** Changes a wave: what it is called, which sites it has, in which order and when they begin. Launched ones stay. */
export function WaveChangeForm({ status }: { readonly status: WaveState }) {
  const { wave } = status;
  const known = useQuery(sitesQuery).data?.sites ?? [];
  const [draft, setDraft] = useState(() => draftOfWave(status));
  const change = useSend<Recorded>([rolloutsKey]);
  const setSites = (sites: readonly DraftSite[]): void => setDraft({ ...draft, sites });
  const others = known.filter((site) => !draft.sites.some(({ siteId }) => siteId === site.siteId));
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const body = waveBody(draft, status);
    change.mutate({ method: 'PUT', path: wavePath(wave.waveId), body, version: wave.version });
  };
  return (
    <form className={forms.form} onSubmit={submit} aria-label={`Change ${wave.name}`}>
      <Field label="Name" value={draft.name} onChange={(name) => setDraft({ ...draft, name })} />
      <Field
        label="Portfolio"
        value={draft.portfolio}
        onChange={(portfolio) => setDraft({ ...draft, portfolio })}
      />
      <Field
        label="Programme"
        value={draft.programme}
        onChange={(programme) => setDraft({ ...draft, programme })}
      />
      {wave.launchedCount === 0 && (
        <Field
          label="Version of the template"
          type="number"
          value={String(draft.templateVersion)}
          onChange={(version) => setDraft({ ...draft, templateVersion: Number(version) })}
        />
      )}
      <ol className={styles.waveSites} aria-label="Sites, in the order in which they begin">
        {draft.sites.map((site, at) => (
          <SiteRow key={site.siteId} site={site} isFirst={at === 0} sites={draft.sites} onChange={setSites} />
        ))}
      </ol>
      <Addition
        sites={others}
        onAdd={(site) => setSites([...draft.sites, site])}
        after={draft.sites.at(-1)}
      />
      <Button size="xs" type="submit" loading={change.isPending} disabled={draft.sites.length === 0}>
        Save the wave
      </Button>
      <ChangeProblem cause={change.error} />
    </form>
  );
}

interface SiteRowProps {
  readonly site: DraftSite;
  readonly isFirst: boolean;
  readonly sites: readonly DraftSite[];
  readonly onChange: (sites: readonly DraftSite[]) => void;
}

function SiteRow({ site: { siteId, name, start, isLaunched }, isFirst, sites, onChange }: SiteRowProps) {
  const begin = (day: string): void =>
    onChange(sites.map((one) => (one.siteId === siteId ? { ...one, start: day } : one)));
  return (
    <li>
      <span>{name}</span>
      <input
        type="date"
        required
        className={forms.input}
        aria-label={`${name} begins on`}
        value={start}
        disabled={isLaunched}
        onChange={({ currentTarget }) => begin(currentTarget.value)}
      />
      <Button
        size="compact-xs"
        variant="subtle"
        aria-label={`${name} a place up`}
        disabled={isFirst}
        onClick={() => onChange(movedUp(sites, siteId))}
      >
        Up
      </Button>
      {isLaunched ? (
        <span className="quiet">launched</span>
      ) : (
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={`Take ${name} out`}
          onClick={() => onChange(sites.filter((one) => one.siteId !== siteId))}
        >
          Take out
        </Button>
      )}
    </li>
  );
}

interface AdditionProps {
  readonly sites: readonly SiteLine[];
  /** A site that is added begins when this one does, until another day is said. */
  readonly after: DraftSite | undefined;
  readonly onAdd: (site: DraftSite) => void;
}

function Addition({ sites, after, onAdd }: AdditionProps) {
  if (sites.length === 0) return null;
  const add = (siteId: string): void => {
    const site = sites.find((one) => one.siteId === siteId);
    if (site) onAdd({ siteId, name: site.name, start: after?.start ?? '', isLaunched: false });
  };
  return (
    <label className={forms.field}>
      <span>Add a site</span>
      <select value="" onChange={({ currentTarget }) => add(currentTarget.value)}>
        <option value="">choose one</option>
        {sites.map(({ siteId, name }) => (
          <option key={siteId} value={siteId}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
