import { Button } from '@mantine/core';
import type { RaidLine } from '@meridian/contracts-projects';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { raidKeys, raidPath } from '../gateway/raid-queries.js';
import { useSend } from '../gateway/use-send.js';
import { toMinor, toTyped } from '../money/to-minor.js';
import { ChangeProblem } from '../parts/change-problem.js';
import { Choice } from '../parts/choice.js';
import forms from '../parts/forms.module.css';
import { entryKindOf, probabilityWords, strategies } from './raid-words.js';
import { recordedFacts } from './recorded-facts.js';

/** The response that is in place and what the entry still may do with it. */
export function AssessForm({ line }: { readonly line: RaidLine }) {
  const { projectId, entryId, version, currency, kind } = line;
  const effect = line.effect ?? 'threat';
  const isGood = effect === 'opportunity';
  const now = line.residual ?? line.inherent;
  const [wish, setWish] = useState({
    strategy: String(line.strategy ?? line.opportunityStrategy ?? ''),
    response: line.response ?? '',
    responseCost: line.responseCostMinor === undefined ? '' : toTyped(line.responseCostMinor, currency),
    probability: String(now.probabilityPercent),
    cost: toTyped(now.impactMinor, currency),
    days: String(now.impactDays),
    reason: '',
  });
  const change = useSend(raidKeys(projectId));
  const impactMinor = toMinor(wish.cost, currency);
  const responseCostMinor = wish.responseCost === '' ? undefined : toMinor(wish.responseCost, currency);
  const isWhole = impactMinor !== undefined && (wish.responseCost === '' || responseCostMinor !== undefined);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (!isWhole) return;
    const residual = {
      probabilityPercent: Number(wish.probability),
      impactMinor,
      impactDays: Number(wish.days),
    };
    const response = wish.response.trim() === '' ? undefined : wish.response.trim();
    const strategy = wish.strategy === '' ? undefined : wish.strategy;
    const body = {
      ...recordedFacts(line),
      ...(isGood ? { opportunityStrategy: strategy } : { strategy }),
      residual,
      response,
      responseCostMinor,
      reason: wish.reason.trim(),
    };
    change.mutate({ method: 'PUT', path: raidPath(projectId, entryId), body, version });
  };
  const field = (name: keyof typeof wish, label: string, more: object = {}) => (
    <label className={forms.field}>
      <span>{label}</span>
      <input
        value={wish[name]}
        onChange={({ currentTarget }) => setWish({ ...wish, [name]: currentTarget.value })}
        {...more}
      />
    </label>
  );
  return (
    <form className={forms.form} onSubmit={submit} aria-label={`Response to entry ${line.number}`}>
      {kind === 'risk' && (
        <Choice
          label="Strategy"
          value={wish.strategy}
          options={[['', 'none yet'], ...strategies[effect]]}
          onChange={(strategy) => setWish({ ...wish, strategy })}
        />
      )}
      {field('response', 'Response that is in place', { maxLength: 2000 })}
      {field('responseCost', `It costs, ${currency}`, { inputMode: 'decimal', size: 10 })}
      {field('probability', probabilityWords[entryKindOf(line)], {
        type: 'number',
        min: 0,
        max: 100,
        required: true,
        readOnly: kind === 'issue',
      })}
      {field('cost', `Then ${isGood ? 'saves' : 'costs'}, ${currency}`, {
        inputMode: 'decimal',
        required: true,
        size: 10,
      })}
      {field('days', `Then ${isGood ? 'shortens' : 'delays'}, days`, {
        type: 'number',
        min: 0,
        max: 10_000,
        required: true,
      })}
      {field('reason', 'Reason of the change', { required: true, maxLength: 500 })}
      <Button size="xs" variant="default" type="submit" disabled={!isWhole} loading={change.isPending}>
        Assess anew
      </Button>
      <ChangeProblem cause={change.error} />
    </form>
  );
}
