import { Button } from '@mantine/core';
import type { HrPartnersFigures, NamedPerson, Recorded } from '@meridian/contracts-resourcing';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import { PersonChoice } from '../people/person-choice.js';
import { growthKey } from './growth-queries.js';
import styles from './growth.module.css';
import { useKnownPeople } from './known-people.js';

const house = '';

/** The partners of the house or of one unit, in the place of those there were. */
export function HrPartnersForm({ figures }: { readonly figures: HrPartnersFigures }) {
  const [orgUnit, setOrgUnit] = useState(house);
  const unit = figures.units?.find((one) => one.orgUnit === orgUnit);
  const version = orgUnit === house ? figures.version : (unit?.version ?? 0);
  const now = orgUnit === house ? figures.partners : (unit?.partners ?? []);
  return (
    <>
      <label className={forms.field}>
        <span>For</span>
        <select value={orgUnit} onChange={({ currentTarget }) => setOrgUnit(currentTarget.value)}>
          <option value={house}>All units without their own</option>
          {(figures.orgUnits ?? []).map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <Partners key={`${orgUnit} ${version}`} orgUnit={orgUnit} now={now} version={version} />
    </>
  );
}

interface PartnersProps {
  readonly orgUnit: string;
  readonly now: readonly NamedPerson[];
  readonly version: number;
}

function Partners({ orgUnit, now, version }: PartnersProps) {
  const [chosen, setChosen] = useState(now);
  const people = useKnownPeople();
  const change = useSend<Recorded>([growthKey]);
  const left = people.filter(([id]) => !chosen.some(({ personId }) => personId === id));
  const add = (id: string): void => {
    const personName = people.find(([one]) => one === id)?.[1];
    if (personName) setChosen([...chosen, { personId: id, personName }]);
  };
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const personIds = chosen.map(({ personId }) => personId);
    const body = { personIds, ...(orgUnit !== house && { orgUnit }) };
    change.mutate({ method: 'PUT', path: '/v1/hr-partners', body, version });
  };
  return (
    <form className={forms.form} onSubmit={submit} noValidate aria-label="Appoint HR partners">
      <ul className={`${styles.lines} ${forms.whole}`}>
        {chosen.length === 0 && <li className="quiet">nobody</li>}
        {chosen.map(({ personId, personName }) => (
          <li key={personId}>
            {personName}{' '}
            <Button
              size="compact-xs"
              variant="default"
              aria-label={`Take ${personName} off`}
              onClick={() => setChosen(chosen.filter((one) => one.personId !== personId))}
            >
              Take off
            </Button>
          </li>
        ))}
      </ul>
      <PersonChoice label="Add" people={left} value="" onChange={add} />
      <Button size="xs" type="submit" loading={change.isPending}>
        Appoint them
      </Button>
      <ChangeProblem cause={change.error} />
    </form>
  );
}
