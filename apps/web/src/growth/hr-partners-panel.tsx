import type { HrPartnersFigures, NamedPerson } from '@meridian/contracts-resourcing';
import { useQuery } from '@tanstack/react-query';
import { useMay } from '../gateway/use-may.js';
import forms from '../parts/forms.module.css';
import { Panel } from '../parts/panel.js';
import parts from '../parts/parts.module.css';
import { Reading } from '../parts/reading.js';
import { hrPartnersQuery } from './growth-queries.js';
import styles from './growth.module.css';
import { HrPartnersForm } from './hr-partners-form.js';

/** Who is HR partner for whom, and what that lets them see: known to everybody before anything is raised. */
export function HrPartnersPanel() {
  const answer = useQuery(hrPartnersQuery);
  const mayAppoint = useMay('resource:write') === true;
  return (
    <Panel title="HR partners" note="Known to everybody">
      <Reading answer={answer} what="HR partners">
        {(figures) => (
          <>
            <p className={styles.under}>
              An HR partner reads the concerns that are raised to the HR partners from the appointment on, and
              answers them. Not those raised before, no figures of anybody, no growth plan and no notes.
            </p>
            <Appointments figures={figures} />
            {mayAppoint && (
              <details className={forms.disclosure}>
                <summary>Appoint HR partners</summary>
                <HrPartnersForm figures={figures} />
              </details>
            )}
          </>
        )}
      </Reading>
    </Panel>
  );
}

function Appointments({ figures: { partners, units = [], own } }: { readonly figures: HrPartnersFigures }) {
  const staffed = units.filter((unit) => unit.partners.length > 0);
  return (
    <div className={parts.scroller} tabIndex={0} role="region" aria-label="HR partners by unit">
      <table className={parts.table}>
        <thead>
          <tr>
            <th scope="col">For</th>
            <th scope="col">HR partners</th>
          </tr>
        </thead>
        <tbody>
          {own && (
            <tr>
              <td>What you raise</td>
              <td>{namesIn(own) || 'nobody yet'}</td>
            </tr>
          )}
          {staffed.map((unit) => (
            <tr key={unit.orgUnit}>
              <td>{unit.orgUnit}</td>
              <td>{namesIn(unit.partners)}</td>
            </tr>
          ))}
          <tr>
            <td>{staffed.length > 0 ? 'All other units' : 'All units'}</td>
            <td>{namesIn(partners) || 'nobody yet'}</td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}

function namesIn(people: readonly NamedPerson[]): string {
  return people.map(({ personName }) => personName).join(', ');
}
