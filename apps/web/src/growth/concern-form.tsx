import { Button } from '@mantine/core';
import type { Confidentiality, Recorded } from '@meridian/contracts-resourcing';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { today } from '../dates/format-day.js';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import { PersonChoice } from '../people/person-choice.js';
import { growthKey, growthPlanQuery, hrPartnersQuery } from './growth-queries.js';
import { useKnownPeople } from './known-people.js';

const levels: readonly (readonly [Confidentiality, string])[] = [
  ['line-manager', 'My line manager'],
  ['hr-partner', 'The HR partners'],
  ['named-person', 'One person'],
  ['open', 'Everybody here; my line manager answers'],
];
const empty = { title: '', text: '', answerBy: '', namedPersonId: '' };

/** What troubles somebody: who may read it is chosen, and named, before it is sent. */
export function ConcernForm() {
  const [draft, setDraft] = useState(empty);
  const [confidentiality, setConfidentiality] = useState<Confidentiality>('line-manager');
  const people = useKnownPeople();
  const change = useSend<Recorded>([growthKey]);
  const isNamed = confidentiality === 'named-person';
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const { namedPersonId, ...told } = draft;
    const body = { ...told, confidentiality, ...(isNamed && { namedPersonId }) };
    change.mutate({ method: 'POST', path: '/v1/concerns', body });
  };
  return (
    <form className={forms.form} onSubmit={submit} aria-label="Raise a concern">
      <label className={forms.field}>
        <span>Who may read it</span>
        <select
          value={confidentiality}
          onChange={({ currentTarget }) =>
            setConfidentiality(levels.find(([level]) => level === currentTarget.value)?.[0] ?? 'line-manager')
          }
        >
          {levels.map(([level, words]) => (
            <option key={level} value={level}>
              {words}
            </option>
          ))}
        </select>
      </label>
      {isNamed && (
        <PersonChoice
          label="Whom"
          people={people}
          value={draft.namedPersonId}
          onChange={(namedPersonId) => setDraft({ ...draft, namedPersonId })}
        />
      )}
      <label className={forms.field}>
        <span>Answer by</span>
        <input
          required
          type="date"
          min={today()}
          value={draft.answerBy}
          onChange={({ currentTarget }) => setDraft({ ...draft, answerBy: currentTarget.value })}
        />
      </label>
      <label className={`${forms.field} ${forms.wide}`}>
        <span>In a few words</span>
        <input
          required
          maxLength={200}
          value={draft.title}
          onChange={({ currentTarget }) => setDraft({ ...draft, title: currentTarget.value })}
        />
      </label>
      <label className={`${forms.field} ${forms.whole}`}>
        <span>What it is</span>
        <textarea
          required
          rows={3}
          maxLength={10000}
          value={draft.text}
          onChange={({ currentTarget }) => setDraft({ ...draft, text: currentTarget.value })}
        />
      </label>
      <ReadBy confidentiality={confidentiality} />
      <Button size="xs" type="submit" loading={change.isPending}>
        Raise it
      </Button>
      <ChangeProblem cause={change.error} />
    </form>
  );
}

/** By name, before it is sent. */
function ReadBy({ confidentiality }: { readonly confidentiality: Confidentiality }) {
  const manager = useQuery(growthPlanQuery()).data?.lineManager?.personName;
  const partners = useQuery(hrPartnersQuery).data?.own?.map(({ personName }) => personName) ?? [];
  const names = confidentiality === 'hr-partner' ? partners.join(', ') : (manager ?? '');
  if (confidentiality === 'named-person') return null;
  const words = names === '' ? 'Nobody is there to answer it; choose another way.' : `It goes to ${names}.`;
  return <p className={forms.whole}>{words}</p>;
}
