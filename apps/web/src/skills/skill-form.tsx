import { Button } from '@mantine/core';
import type { PersonSkillsFigures, Recorded } from '@meridian/contracts-resourcing';
import { useId, useState } from 'react';
import type { SubmitEvent } from 'react';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import { levelWords } from './skill-words.js';

const blank = { skill: '', level: '3', evidence: '', validUntil: '', isWanted: false };

/** Records a skill, in the place of what was recorded of it before. */
export function SkillForm({ figures: { personId, skills } }: { readonly figures: PersonSkillsFigures }) {
  const [draft, setDraft] = useState(blank);
  const known = useId();
  const change = useSend<Recorded>([['skills'], ['staffing']]);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const { skill, level, evidence, validUntil, isWanted } = draft;
    const name = skill.trim();
    const body = {
      skill: name,
      level: Number(level),
      isWanted,
      ...(evidence.trim() !== '' && { evidence: evidence.trim() }),
      ...(validUntil !== '' && { validUntil }),
    };
    const before = skills.find((one) => one.skill.toLowerCase() === name.toLowerCase());
    change.mutate(
      { method: 'PUT', path: `/v1/people/${personId}/skills`, body, version: before?.version ?? 0 },
      { onSuccess: () => setDraft(blank) },
    );
  };
  return (
    <form className={forms.form} onSubmit={submit} aria-label="Record a skill">
      <label className={forms.field}>
        <span>Skill</span>
        <input
          required
          maxLength={120}
          list={known}
          value={draft.skill}
          onChange={({ currentTarget }) => setDraft({ ...draft, skill: currentTarget.value })}
        />
        <datalist id={known}>
          {skills.map(({ skill }) => (
            <option key={skill} value={skill} />
          ))}
        </datalist>
      </label>
      <label className={forms.field}>
        <span>Level</span>
        <select
          value={draft.level}
          onChange={({ currentTarget }) => setDraft({ ...draft, level: currentTarget.value })}
        >
          {levelWords.map((word, level) => (
            <option key={word} value={level}>
              {level}, {word}
            </option>
          ))}
        </select>
      </label>
      <label className={`${forms.field} ${forms.wide}`}>
        <span>Evidence: certificate, work, examination</span>
        <input
          required={draft.level !== '0'}
          maxLength={1000}
          value={draft.evidence}
          onChange={({ currentTarget }) => setDraft({ ...draft, evidence: currentTarget.value })}
        />
      </label>
      <label className={forms.field}>
        <span>Counts until, if it ends</span>
        <input
          type="date"
          value={draft.validUntil}
          onChange={({ currentTarget }) => setDraft({ ...draft, validUntil: currentTarget.value })}
        />
      </label>
      <label className={forms.check}>
        <input
          type="checkbox"
          checked={draft.isWanted}
          onChange={({ currentTarget }) => setDraft({ ...draft, isWanted: currentTarget.checked })}
        />
        wants to do more of it
      </label>
      <Button size="xs" type="submit" loading={change.isPending}>
        Record
      </Button>
      <ChangeProblem cause={change.error} />
    </form>
  );
}
