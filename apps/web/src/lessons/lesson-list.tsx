import type { LessonLine } from '@meridian/contracts-projects';
import { Link } from '@tanstack/react-router';
import { formatMoment } from '../dates/format-day.js';
import styles from '../closing/closing.module.css';
import { categoryWords } from '../closing/closing-words.js';

interface LessonListProps<L extends LessonLine> {
  readonly lessons: readonly L[];
  /** Said below a lesson. */
  readonly because?: (lesson: L) => string;
}

/** Lessons of any project, each with where it was learned. */
export function LessonList<L extends LessonLine>({ lessons, because }: LessonListProps<L>) {
  return (
    <ul className={styles.lessons}>
      {lessons.map((lesson) => (
        <li key={lesson.lessonId}>
          <strong>{categoryWords(lesson.category)}</strong> {lesson.whatHappened}
          <p>{lesson.recommendation}</p>
          {because && <p className="quiet">{because(lesson)}</p>}
          <small className="quiet">
            <Link to="/projects/$projectId" params={{ projectId: lesson.projectId }}>
              {lesson.projectName}
            </Link>
            {placeWords(lesson)}, {lesson.recordedByName}, {formatMoment(lesson.recordedAt)}
          </small>
        </li>
      ))}
    </ul>
  );
}

function placeWords({ projectCategory, phase }: LessonLine): string {
  return [projectCategory, phase && `phase ${phase}`]
    .filter(Boolean)
    .map((words) => `, ${words}`)
    .join('');
}
