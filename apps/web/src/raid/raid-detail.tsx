import { Button } from '@mantine/core';
import type { RaidFile, RaidLine, Recorded } from '@meridian/contracts-projects';
import { useQuery } from '@tanstack/react-query';
import { formatMoment } from '../dates/format-day.js';
import { raidEntryQuery, raidKeys, raidPath } from '../gateway/raid-queries.js';
import { useSend } from '../gateway/use-send.js';
import { formatCount, formatMoney, formatPercent } from '../money/format-money.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import { Reading } from '../parts/reading.js';
import { AssessForm } from './assess-form.js';
import styles from './raid.module.css';
import { changeSentence, conversions, entryKindOf, kindWords } from './raid-words.js';
import { SettleForm } from './settle-form.js';

interface RaidDetailProps {
  readonly line: RaidLine;
  readonly mayWrite: boolean;
  /** The entry that it became. */
  readonly onConverted: (entryId: string) => void;
}

/** The chosen entry: what is said of it, what can be done with it, what it was before and who changed what. */
export function RaidDetail({ line, mayWrite, onConverted }: RaidDetailProps) {
  const file = useQuery(raidEntryQuery(line.projectId, line.entryId));
  return (
    <section className={styles.detail} aria-label={`Entry ${line.number}: ${line.title}`}>
      <p className={styles.sentence}>{assessmentSentence(line)}</p>
      {line.description && <p className={styles.sentence}>{line.description}</p>}
      {line.response && <p className={styles.sentence}>Response: {line.response}</p>}
      {mayWrite && line.status === 'open' && (
        <>
          <Convert line={line} onConverted={onConverted} />
          <AssessForm line={line} />
        </>
      )}
      {mayWrite && line.status !== 'converted' && <SettleForm line={line} />}
      <Reading answer={file} what="The history of the entry">
        {(read) => <Past file={read} />}
      </Reading>
    </section>
  );
}

function Convert({ line, onConverted }: Omit<RaidDetailProps, 'mayWrite'>) {
  const { projectId, entryId, version } = line;
  const change = useSend<Recorded>(raidKeys(projectId));
  const path = raidPath(projectId, entryId, 'conversion');
  return (
    <div className={forms.form}>
      {conversions[entryKindOf(line)].map(({ words, ...into }) => (
        <Button
          key={words}
          size="xs"
          variant="default"
          loading={change.isPending}
          onClick={() =>
            change.mutate(
              { method: 'POST', path, body: into, version },
              { onSuccess: ({ id }) => onConverted(id) },
            )
          }
        >
          {words}
        </Button>
      ))}
      <ChangeProblem cause={change.error} />
    </div>
  );
}

function Past({ file: { entry, history, lineage } }: { readonly file: RaidFile }) {
  return (
    <>
      {lineage.length > 1 && (
        <p className={styles.sentence}>
          Lineage: {lineage.map(({ kind, number }) => `${kindWords[kind]} ${number}`).join(' → ')}
        </p>
      )}
      <h3 className={forms.subhead}>History</h3>
      <ol className={styles.history} reversed>
        {history.toReversed().map((change) => (
          <li key={change.version}>
            <span className="quiet">{formatMoment(change.changedAt)}</span>{' '}
            {changeSentence(change, entry.currency)}
          </li>
        ))}
      </ol>
    </>
  );
}

function assessmentSentence(line: RaidLine): string {
  const { inherent, residual, currency, responseLeverage, hits } = line;
  const isGood = line.effect === 'opportunity';
  const strategy = line.strategy ?? line.opportunityStrategy;
  const words = (of: typeof inherent): string =>
    `${formatPercent(of.probabilityPercent)}, ${formatMoney(of.impactMinor, currency)}, ${formatCount(of.impactDays)} days`;
  const now = residual ? ` With the response in place: ${words(residual)}.` : '';
  const worth =
    responseLeverage === undefined
      ? ''
      : ` Each unit spent on it ${isGood ? 'saves' : 'takes'} ${formatCount(responseLeverage)}${isGood ? '' : ' off the exposure'}.`;
  const tasks =
    hits.length === 0
      ? ''
      : ` It ${isGood ? 'shortens' : 'delays'} ${formatCount(hits.length)} of the tasks.`;
  return `Before any response: ${words(inherent)}.${now}${worth}${tasks}${strategy === undefined ? '' : ` Strategy: ${strategy}.`}`;
}
