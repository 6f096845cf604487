import type { HrPartnersFigures, NamedPerson } from '@meridian/contracts-resourcing';
import { useQuery } from '@tanstack/react-query';
import { useMay } from '../gateway/use-may.js';
import forms from '../parts/forms.module.css';
import { Panel } from '../parts/panel.js';
import parts from '../parts/parts.module.css';
import { Reading } from '../parts/reading.js';
import { hrPartnersQuery } from './growth-queries.js';
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
            <p>
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
              <th scope="row">What you raise</th>
              <td>{namesIn(own) || 'nobody yet'}</td>
            </tr>
          )}
          {units
            .filter((unit) => unit.partners.length > 0)
            .map((unit) => (
              <tr key={unit.orgUnit}>
                <th scope="row">{unit.orgUnit}</th>
                <td>{namesIn(unit.partners)}</td>
              </tr>
            ))}
          <tr>
            <th scope="row">All other units</th>
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
