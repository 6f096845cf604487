import type { MatchedLessons } from '@meridian/contracts-projects';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatDay } from '../dates/format-day.js';
import { matchingLessonsQuery } from '../gateway/closing-queries.js';
import forms from '../parts/forms.module.css';
import { Panel } from '../parts/panel.js';
import { LessonList } from './lesson-list.js';

/** What projects like this one learned: open while it is planned and before a gate, folded away in between. */
export function MatchingLessonsPanel({ projectId }: { readonly projectId: string }) {
  const { data } = useQuery(matchingLessonsQuery(projectId));
  // Most projects are like no other that learned something: then there is nothing to show.
  if (data === undefined || data.lessons.length === 0) return null;
  const isWanted = data.occasion !== 'none';
  return (
    <Panel title="Lessons of similar projects" note={occasionWords(data)}>
      <details className={forms.disclosure} open={isWanted}>
        <summary>{countWords(data)}</summary>
        <LessonList lessons={data.lessons} because={({ reasons }) => reasons.join(' ')} />
        <p>
          <Link to="/lessons">Search all lessons</Link>
        </p>
      </details>
    </Panel>
  );
}

function occasionWords({ occasion, gateName, gateOn }: MatchedLessons): string | undefined {
  if (occasion === 'gate') return `before ${gateName}${gateOn ? `, ${formatDay(gateOn)}` : ''}`;
  return occasion === 'planning' ? 'while it is planned' : undefined;
}

function countWords({ lessons, matchCount }: MatchedLessons): string {
  if (matchCount > lessons.length) return `The ${lessons.length} closest of ${matchCount}`;
  return matchCount === 1 ? 'One lesson matches' : `${matchCount} lessons match`;
}
