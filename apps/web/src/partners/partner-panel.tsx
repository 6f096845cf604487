import type { PartnerLine, PartnerPersonLine } from '@meridian/contracts-resourcing';
import { formatDay, formatMoment, today } from '../dates/format-day.js';
import { HealthBadge } from '../health/health-badge.js';
import { EmptyState } from '../parts/empty-state.js';
import forms from '../parts/forms.module.css';
import { Panel } from '../parts/panel.js';
import { AccessForm } from './access-form.js';
import { AdmitForm } from './admit-form.js';
import { PartnerForm } from './partner-form.js';
import { accessMark } from './partner-words.js';
import styles from './partners.module.css';

interface PartnerPanelProps {
  readonly partner: PartnerLine;
  readonly mayWrite: boolean;
}

/** A partner, its agreement, and until when each of its people is let in. */
export function PartnerPanel({ partner, mayWrite }: PartnerPanelProps) {
  const { partnerId, name, people, agreedFrom, agreedUntil, contactName, contactEmail } = partner;
  const agreement = `agreed from ${formatDay(agreedFrom)} ${agreedUntil ? `to ${formatDay(agreedUntil)}` : 'on'}`;
  const contact = [contactName, contactEmail].filter((one) => one !== undefined).join(', ');
  return (
    <Panel title={name} note={contact === '' ? agreement : `${agreement}; ${contact}`}>
      {people.length === 0 ? (
        <EmptyState title="Nobody is let in yet">
          People of {name} get access up to a last day, and lose it by themselves on the day after.
        </EmptyState>
      ) : (
        <ul className={styles.list}>
          {people.map((person) => (
            <Person key={person.personId} {...{ partnerId, person, mayWrite }} />
          ))}
        </ul>
      )}
      {mayWrite && (
        <>
          <details className={forms.disclosure}>
            <summary>Let somebody in</summary>
            <AdmitForm partner={partner} />
          </details>
          <details className={forms.disclosure}>
            <summary>Change the agreement</summary>
            <PartnerForm key={partner.version} partner={partner} />
          </details>
        </>
      )}
    </Panel>
  );
}

interface PersonProps {
  readonly partnerId: string;
  readonly person: PartnerPersonLine;
  readonly mayWrite: boolean;
}

function Person({ partnerId, person, mayWrite }: PersonProps) {
  const { personName, role, grade, site, changes } = person;
  const what = [role, grade && `grade ${grade}`, site].filter((one) => one !== undefined && one !== '');
  return (
    <li>
      <div className={styles.line}>
        <span>
          <strong>{personName}</strong> <span className="quiet">{what.join(', ')}</span>
        </span>
        <HealthBadge {...accessMark(person, today())} />
      </div>
      <details className={styles.more}>
        <summary>{mayWrite ? 'Last day and history' : 'History'}</summary>
        {mayWrite && <AccessForm key={person.version} partnerId={partnerId} person={person} />}
        <ol>
          {changes.map(({ accessUntil, changedAt, changedByName, reason }) => (
            <li key={changedAt}>
              to {formatDay(accessUntil)}
              {reason !== undefined && `: ${reason}`}{' '}
              <span className="quiet">
                {changedByName}, {formatMoment(changedAt)}
              </span>
            </li>
          ))}
        </ol>
      </details>
    </li>
  );
}
