import { Outlet } from '@tanstack/react-router';
import { useState } from 'react';
import { useLive } from '../live/use-live.js';
import { Navigation } from './navigation.js';
import styles from './shell.module.css';
import { TopBar } from './top-bar.js';

/** The frame of every page: top bar, navigation, content. */
export function Shell() {
  const live = useLive();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <a className={styles.skip} href="#content">
        Skip to the content
      </a>
      <TopBar live={live} isOpen={isOpen} onToggle={() => setOpen(!isOpen)} />
      <div className={styles.frame}>
        <Navigation isOpen={isOpen} onGone={() => setOpen(false)} />
        <main id="content" className={styles.content} tabIndex={-1}>
          <Outlet />
        </main>
      </div>
    </>
  );
}
