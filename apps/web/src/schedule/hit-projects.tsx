import type { HitProject, SlipRipple } from '@meridian/contracts-projects';
import { Link } from '@tanstack/react-router';
import { formatDay, formatSlip } from '../dates/format-day.js';
import forms from '../parts/forms.module.css';
import { gateSentences, moneySentence } from './hit-words.js';
import styles from './schedule.module.css';

type Hit = Omit<HitProject, 'moved'>;

/** Whom a slip hits: this project and those that wait for it, with who manages them, their gates and their money. */
export function HitProjects({ ripple }: { readonly ripple: SlipRipple }) {
  const { projectFinishBefore, projectFinish, projectFinishDays, managerName, gates, money } = ripple;
  const own: Hit = {
    name: 'This project',
    finishBefore: projectFinishBefore,
    finish: projectFinish,
    finishDays: projectFinishDays,
    managerName,
    gates,
    money,
  };
  const others = ripple.projects ?? [];
  return (
    <div className={styles.scroll}>
      <table className={`${styles.runs} ${styles.who}`}>
        <caption className={forms.subhead}>
          {others.length === 0
            ? 'Who is hit: this project alone'
            : `Who is hit: this project and ${others.length === 1 ? 'one other' : `${others.length} others`}`}
        </caption>
        <thead>
          <tr>
            {['Project', 'Owner', 'Finish', 'Gates', 'Money'].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Row hit={own} />
          {others.map((hit, at) => (
            <Row key={hit.projectId ?? at} hit={hit} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ hit }: { readonly hit: Hit }) {
  const isHidden = hit.finish === undefined;
  return (
    <tr>
      <td>
        {hit.projectId === undefined ? (
          hit.name
        ) : (
          <Link to="/projects/$projectId" params={{ projectId: hit.projectId }}>
            {hit.code} {hit.name}
          </Link>
        )}
      </td>
      <td>{isHidden ? 'not told' : (hit.managerName ?? 'nobody named')}</td>
      <td>{isHidden ? 'not told' : finishWords(hit)}</td>
      <td>
        {isHidden
          ? 'not told'
          : gateSentences(hit.gates).map((sentence) => <div key={sentence}>{sentence}</div>)}
      </td>
      <td>{isHidden ? 'not told' : moneySentence(hit.money)}</td>
    </tr>
  );
}

function finishWords({ finish, finishDays = 0 }: Hit): string {
  if (finish === undefined) return '–';
  return finishDays === 0 ? `still ${formatDay(finish)}` : `${formatDay(finish)} (${formatSlip(finishDays)})`;
}
