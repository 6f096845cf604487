import type { SkillLine } from '@meridian/contracts-resourcing';
import { formatDay, formatMoment, today } from '../dates/format-day.js';
import { HealthBadge } from '../health/health-badge.js';
import parts from '../parts/parts.module.css';
import { LevelMark } from './level-mark.js';
import { lastingState, levelWord } from './skill-words.js';
import styles from './skills.module.css';

/** Skills of a person; what was recorded before stands below each. */
export function SkillTable({ skills }: { readonly skills: readonly SkillLine[] }) {
  return (
    <div className={parts.scroller} tabIndex={0} role="region" aria-label="Skills table">
      <table className={`${parts.table} ${styles.table}`}>
        <thead>
          <tr>
            <th scope="col">Skill</th>
            <th scope="col">Level</th>
            <th scope="col">Counts</th>
            <th scope="col">Evidence</th>
            <th scope="col">Said by</th>
          </tr>
        </thead>
        <tbody>
          {skills.map((skill) => (
            <Row key={skill.skill} skill={skill} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ skill: { skill, level, state, history } }: { readonly skill: SkillLine }) {
  const [now, ...before] = history;
  if (!now) return null;
  return (
    <tr>
      <td>
        <strong>{skill}</strong>
        {now.isWanted && <span className={`${styles.under} quiet`}>wants to do more of it</span>}
      </td>
      <td>
        <LevelMark level={level} />
      </td>
      <td>
        <HealthBadge
          {...lastingState({ state, validUntil: now.validUntil }, today())}
          {...(now.validUntil !== undefined && { reason: formatDay(now.validUntil) })}
        />
      </td>
      <td className={styles.evidence}>
        {now.evidence ?? '–'}
        {before.length > 0 && (
          <details className={styles.before}>
            <summary>Before</summary>
            <ol>
              {before.map((fact) => (
                <li key={fact.version}>
                  <span className="quiet">
                    {formatMoment(fact.recordedAt)}, {fact.recordedBy}:
                  </span>{' '}
                  level {fact.level}, {levelWord(fact.level)}
                  {fact.evidence !== undefined && `, ${fact.evidence}`}
                </li>
              ))}
            </ol>
          </details>
        )}
      </td>
      <td>
        {now.recordedBy}
        <span className={`${styles.under} quiet`}>
          {now.isConfirmed ? 'confirmed' : 'own statement'}, {formatMoment(now.recordedAt)}
        </span>
      </td>
    </tr>
  );
}
