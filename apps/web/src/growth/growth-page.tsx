import { PageHead } from '../parts/page-head.js';
import page from '../parts/page.module.css';
import { useTitle } from '../parts/use-title.js';
import { ConcernsPanel } from './concerns-panel.js';
import { GoalsPanel } from './goals-panel.js';
import { HrPartnersPanel } from './hr-partners-panel.js';
import { NotesPanel } from './notes-panel.js';
import { PerformancePanel } from './performance-panel.js';

/** One's own work and growth: figures with their context, goals, concerns, notes. */
export function GrowthPage() {
  useTitle('My work and growth');
  return (
    <>
      <PageHead
        title="My work and growth"
        under="You see your figures first, with what is behind each. Nobody is compared with anybody."
      />
      <div className={page.page}>
        <PerformancePanel />
        <GoalsPanel />
        <ConcernsPanel />
        <HrPartnersPanel />
        <NotesPanel />
      </div>
    </>
  );
}
