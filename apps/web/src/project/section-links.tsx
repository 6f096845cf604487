import { Link, useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import styles from './project.module.css';
import { sections } from './sections.js';

/** Jumps within the page; the address names the section, so a link can point at it. */
export function SectionLinks({ projectId }: { readonly projectId: string }) {
  const hash = useLocation({ select: (location) => location.hash });
  useEffect(() => {
    if (hash) document.getElementById(hash)?.scrollIntoView({ block: 'start' });
  }, [hash]);
  return (
    <nav className={styles.sections} aria-label="Sections">
      {sections.map(({ id, label }) => (
        <a key={id} href={`#${id}`} aria-current={hash === id ? 'true' : undefined}>
          {label}
        </a>
      ))}
      <Link to="/projects/$projectId/board" params={{ projectId }}>
        Board
      </Link>
    </nav>
  );
}
