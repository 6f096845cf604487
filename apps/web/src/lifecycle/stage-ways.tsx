import { Button } from '@mantine/core';
import type { LifecycleReport, StageWay } from '@meridian/contracts-projects';
import { useState } from 'react';
import styles from './lifecycle.module.css';
import { StopForm } from './stop-form.js';
import { MissingGuards } from './missing-guards.js';
import { WayForm } from './way-form.js';
import { actWords, stopWords, whoWords } from './way-words.js';

/** What may be done with the project from where it is: each way with what is missing, for whom it is. */
export function StageWays({ life }: { readonly life: LifecycleReport }) {
  const [chosen, setChosen] = useState<string>();
  const ways = [
    ...life.next.map((way) => ({ key: way.to, words: actWords(life.stage, way.to), way, isStop: false })),
    ...(life.stop ? [{ key: 'stop', words: stopWords(life.stage), way: life.stop, isStop: true }] : []),
  ];
  const open = ways.find(({ key }) => key === chosen) ?? ways.find(({ isStop }) => !isStop);
  if (!open) return null;
  return (
    <section className={styles.ways} aria-label="Ways on">
      <div className={styles.choices} role="group" aria-label="Choose a way">
        {ways.map(({ key, words, way }) => (
          <Button
            key={key}
            size="compact-sm"
            variant={key === open.key ? 'light' : 'subtle'}
            aria-pressed={key === open.key}
            onClick={() => setChosen(key)}
          >
            {words}
            {way.missing.length > 0 && <span className={styles.count}>{way.missing.length} missing</span>}
          </Button>
        ))}
      </div>
      <OpenWay key={open.key} life={life} way={open.way} isStop={open.isStop} />
    </section>
  );
}

interface OpenWayProps {
  readonly life: LifecycleReport;
  readonly way: StageWay;
  readonly isStop: boolean;
}

function OpenWay({ life, way, isStop }: OpenWayProps) {
  if (way.isYours) return isStop ? <StopForm life={life} way={way} /> : <WayForm life={life} way={way} />;
  return (
    <>
      {!isStop && <MissingGuards missing={way.missing} projectId={life.projectId} />}
      <p className={styles.hint}>This is decided by {whoWords(way.who)}; ask there.</p>
    </>
  );
}
