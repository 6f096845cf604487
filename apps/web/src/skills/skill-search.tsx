import { SegmentedControl, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { formatDay, today } from '../dates/format-day.js';
import { skillMatrixQuery } from '../gateway/staffing-queries.js';
import { HealthBadge } from '../health/health-badge.js';
import { formatCount } from '../money/format-money.js';
import { Choose } from '../parts/choose.js';
import { EmptyState } from '../parts/empty-state.js';
import { Panel } from '../parts/panel.js';
import { Reading } from '../parts/reading.js';
import { LevelMark } from './level-mark.js';
import { lastingState, skillGroups } from './skill-words.js';
import styles from './skills.module.css';

interface SkillSearchProps {
  readonly q: string;
  readonly level: number;
  readonly onSearch: (part: { q?: string | undefined; level?: number }) => void;
  readonly onPerson: (personId: string) => void;
}

/** Who can do what: the people of each skill, the best first. */
export function SkillSearch({ q, level, onSearch, onPerson }: SkillSearchProps) {
  const answer = useQuery(skillMatrixQuery(level));
  const groups = skillGroups(answer.data?.cells ?? [], q);
  const ending = (answer.data?.cells ?? []).filter(({ state }) => state === 'expiring').length;
  return (
    <Panel
      title="Who can do what"
      note={answer.data && noteOf(groups.length, ending)}
      side={
        <>
          <TextInput
            size="xs"
            type="search"
            aria-label="Search by skill, name or unit"
            placeholder="Skill, name or unit"
            leftSection={<IconSearch size={14} />}
            value={q}
            onChange={({ currentTarget }) => onSearch({ q: currentTarget.value || undefined })}
          />
          <SegmentedControl
            size="xs"
            aria-label="At least level"
            value={String(level)}
            onChange={(value) => onSearch({ level: Number(value) })}
            data={[1, 2, 3, 4, 5].map((one) => ({ value: String(one), label: `${one}+` }))}
          />
        </>
      }
    >
      <Reading answer={answer} what="The skills of everybody">
        {({ cells }) =>
          groups.length === 0 ? (
            <EmptyState
              title={cells.length === 0 ? 'No skill is recorded at this level' : `Nobody fits “${q}”`}
            >
              People record their skills below, and who decides for them confirms them.
            </EmptyState>
          ) : (
            <div className={styles.groups}>
              {groups.map(({ skill, cells: found }) => (
                <section key={skill} aria-label={skill}>
                  <h3>
                    {skill} <span className="quiet">{formatCount(found.length)}</span>
                  </h3>
                  <ul>
                    {found.map((cell) => (
                      <li key={cell.personId}>
                        <Choose onClick={() => onPerson(cell.personId)}>{cell.personName}</Choose>
                        <LevelMark level={cell.level} />
                        <Standing cell={cell} />
                      </li>
                    ))}
                  </ul>
                </section>
              ))}
            </div>
          )
        }
      </Reading>
    </Panel>
  );
}

function Standing({
  cell,
}: {
  readonly cell: Parameters<typeof lastingState>[0] & { readonly isConfirmed: boolean };
}) {
  if (cell.state !== 'valid')
    return (
      <HealthBadge
        {...lastingState(cell, today())}
        {...(cell.validUntil !== undefined && { reason: formatDay(cell.validUntil) })}
      />
    );
  return <span className="quiet">{cell.isConfirmed ? 'confirmed' : 'own statement'}</span>;
}

function noteOf(skills: number, ending: number): string {
  const words = skills === 1 ? '1 skill' : `${formatCount(skills)} skills`;
  return ending === 0 ? words : `${words}, ${formatCount(ending)} end soon`;
}
