import { PageHead } from '../parts/page-head.js';
import page from '../parts/page.module.css';
import { useTitle } from '../parts/use-title.js';
import { GroupFiguresPanel } from './group-figures-panel.js';
import { HrPartnersPanel } from './hr-partners-panel.js';

/** Units as a whole: figures that are about nobody, and who stands by people there. */
export function GroupsPage() {
  useTitle('Units');
  return (
    <>
      <PageHead
        title="Units"
        under="Figures of groups, never of single people; and whom people in a unit can turn to."
      />
      <div className={page.page}>
        <GroupFiguresPanel />
        <HrPartnersPanel />
      </div>
    </>
  );
}
