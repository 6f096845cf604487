import type { OwnPerson } from '@meridian/contracts-resourcing';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatDay } from '../dates/format-day.js';
import { ownPeopleQuery } from '../people/own-people-query.js';
import { EmptyState } from '../parts/empty-state.js';
import { Panel } from '../parts/panel.js';
import parts from '../parts/parts.module.css';
import { Reading } from '../parts/reading.js';

/** Exactly the people whose line manager the reader is, with what waits of each. */
export function OwnPeoplePanel() {
  const answer = useQuery(ownPeopleQuery);
  const count = answer.data?.people.length;
  return (
    <Panel
      title="Who they are"
      note={count === undefined ? undefined : count === 1 ? '1 person' : `${count} people`}
    >
      <Reading answer={answer} what="Your people" lines={4}>
        {({ people }) =>
          people.length === 0 ? (
            <EmptyState title="Nobody">
              You are nobody&rsquo;s line manager; those you are named for stand here.
            </EmptyState>
          ) : (
            <div className={parts.scroller} tabIndex={0} role="region" aria-label="People table">
              <table className={parts.table}>
                <thead>
                  <tr>
                    <th scope="col">Name</th>
                    <th scope="col">Role</th>
                    <th scope="col">Unit</th>
                    <th scope="col">Last day</th>
                    <th scope="col">Sheets to decide</th>
                    <th scope="col">More</th>
                  </tr>
                </thead>
                <tbody>
                  {people.map((person) => (
                    <Row key={person.personId} person={person} />
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Reading>
    </Panel>
  );
}

function Row({ person }: { readonly person: OwnPerson }) {
  const { personId, personName, role, orgUnit, site, employedUntil, sheetsWaiting } = person;
  return (
    <tr>
      <td>
        <strong>{personName}</strong>
      </td>
      <td>{role}</td>
      <td>{site ? `${orgUnit}, ${site}` : orgUnit}</td>
      <td>{employedUntil === undefined ? '–' : formatDay(employedUntil)}</td>
      <td>{sheetsWaiting === 0 ? '–' : <Link to="/timesheets">{sheetsWaiting} waiting</Link>}</td>
      <td>
        <Link to="/skills" search={{ person: personId }}>
          Skills
        </Link>{' '}
        <Link to="/person-time" search={{ person: personId }}>
          Time
        </Link>
      </td>
    </tr>
  );
}
