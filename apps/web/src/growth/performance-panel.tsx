import { Button } from '@mantine/core';
import type { PersonPerformanceFigures, Recorded } from '@meridian/contracts-resourcing';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { formatDay, formatMoment } from '../dates/format-day.js';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import { Panel } from '../parts/panel.js';
import { Reading } from '../parts/reading.js';
import { FigureList } from './figure-list.js';
import { periodBeside } from './figure-words.js';
import { growthKey, performanceQuery } from './growth-queries.js';
import styles from './growth.module.css';

/** The own figures of a period: read first by oneself, then released with what one says to them. */
export function PerformancePanel() {
  const { period: asked } = useSearch({ from: '/growth' });
  const [period, setPeriod] = useState(asked);
  const answer = useQuery(performanceQuery(period));
  const shown = answer.data?.period;
  return (
    <Panel
      title={shown ? `My work, ${shown}` : 'My work'}
      anchor="figures"
      note={answer.data && `${formatDay(answer.data.from)} to ${formatDay(answer.data.to)}`}
      side={shown && <PeriodSwitch period={shown} onChange={setPeriod} />}
    >
      <Reading answer={answer} what="Your figures" lines={6}>
        {(figures) => (
          <>
            <FigureList figures={figures.figures} />
            <Release key={`${figures.period} ${figures.version}`} figures={figures} />
          </>
        )}
      </Reading>
    </Panel>
  );
}

interface PeriodSwitchProps {
  readonly period: string;
  readonly onChange: (period: string) => void;
}

export function PeriodSwitch({ period, onChange }: PeriodSwitchProps) {
  return (
    <>
      <Button
        size="xs"
        variant="default"
        aria-label="Period before"
        onClick={() => onChange(periodBeside(period, -1))}
      >
        <IconChevronLeft size={16} aria-hidden />
      </Button>
      <Button
        size="xs"
        variant="default"
        aria-label="Period after"
        onClick={() => onChange(periodBeside(period, 1))}
      >
        <IconChevronRight size={16} aria-hidden />
      </Button>
    </>
  );
}

/** Who sees them and from when, and the word of the person to them. */
function Release({ figures }: { readonly figures: PersonPerformanceFigures }) {
  const { period, version, seenAt, releasedOn, isOver } = figures;
  const [comment, setComment] = useState(figures.comment ?? '');
  const change = useSend<Recorded>([growthKey]);
  if (!isOver)
    return <p className={styles.said}>The period still runs. Nobody but you sees these figures.</p>;
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const said = comment.trim();
    const body = { period, ...(said !== '' && { comment: said }) };
    change.mutate({ method: 'PUT', path: '/v1/performance', body, version });
  };
  const who = seenAt
    ? `You looked at them on ${formatMoment(seenAt)}. Your line manager sees them as they were then, with your comment.`
    : releasedOn
      ? `Nobody but you sees them until ${formatDay(releasedOn)}, unless you release them before.`
      : 'Nobody but you sees them until you release them.';
  return (
    <form className={forms.form} onSubmit={submit} aria-label="What you say to these figures">
      <p className={`${styles.under} ${forms.whole}`}>{who}</p>
      <label className={`${forms.field} ${forms.wide}`}>
        <span>What should be known about them</span>
        <textarea
          rows={2}
          maxLength={4000}
          value={comment}
          onChange={({ currentTarget }) => setComment(currentTarget.value)}
        />
      </label>
      <Button size="xs" type="submit" loading={change.isPending}>
        {seenAt ? 'Change what I say' : 'I have seen them: release'}
      </Button>
      <ChangeProblem cause={change.error} />
    </form>
  );
}
