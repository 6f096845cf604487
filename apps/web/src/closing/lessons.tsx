import { useQuery } from '@tanstack/react-query';
import { formatMoment } from '../dates/format-day.js';
import { lessonsQuery } from '../gateway/closing-queries.js';
import { useMay } from '../gateway/use-may.js';
import { EmptyState } from '../parts/empty-state.js';
import forms from '../parts/forms.module.css';
import { Reading } from '../parts/reading.js';
import { categoryWords } from './closing-words.js';
import styles from './closing.module.css';
import { LessonForm } from './lesson-form.js';

interface LessonsProps {
  readonly projectId: string;
  readonly isArchived: boolean;
}

/** What the project learned, for those that come after it. */
export function Lessons({ projectId, isArchived }: LessonsProps) {
  const lessons = useQuery(lessonsQuery(projectId));
  const mayWrite = useMay('project:write') === true && !isArchived;
  return (
    <>
      <h3 className={forms.subhead}>Lessons</h3>
      <Reading answer={lessons} what="The lessons">
        {({ lessons: lines }) =>
          lines.length === 0 ? (
            <EmptyState title="No lesson is written down yet">
              Say what happened and what the next project should do. A closing asks for at least one lesson.
            </EmptyState>
          ) : (
            <ul className={styles.lessons}>
              {lines.map((lesson) => (
                <li key={lesson.lessonId}>
                  <strong>{categoryWords(lesson.category)}</strong> {lesson.whatHappened}
                  <p>{lesson.recommendation}</p>
                  <small className="quiet">
                    {lesson.recordedByName}, {formatMoment(lesson.recordedAt)}
                  </small>
                </li>
              ))}
            </ul>
          )
        }
      </Reading>
      {mayWrite && (
        <details className={forms.disclosure}>
          <summary>Write down a lesson</summary>
          <LessonForm projectId={projectId} />
        </details>
      )}
    </>
  );
}
