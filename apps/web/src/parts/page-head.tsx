import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import styles from './page.module.css';

interface PageHeadProps {
  readonly title: string;
  readonly under?: ReactNode;
  /** A page of a project leads back to it. */
  readonly project?: { readonly projectId: string; readonly name: string };
}

/** The title of a page, and of whose page it is a part. */
export function PageHead({ title, under, project }: PageHeadProps) {
  return (
    <header className={styles.head}>
      {project && (
        <Link to="/projects/$projectId" params={{ projectId: project.projectId }} className={styles.back}>
          <IconArrowLeft size={16} aria-hidden />
          {project.name}
        </Link>
      )}
      <h1>{title}</h1>
      {under && <p>{under}</p>}
    </header>
  );
}
