import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { sitesQuery, templatesQuery, wavesQuery } from '../gateway/rollout-queries.js';
import { PageHead } from '../parts/page-head.js';
import page from '../parts/page.module.css';
import { Panel } from '../parts/panel.js';
import { Reading } from '../parts/reading.js';
import { useTitle } from '../parts/use-title.js';
import { SitesPanel } from './sites-panel.js';
import { TemplatesPanel } from './templates-panel.js';
import { WavePanel } from './wave-panel.js';
import { WavesPanel } from './waves-panel.js';

/** What projects begin from, where things are rolled out, and how far each wave is. */
export function RolloutsPage() {
  const { wave } = useSearch({ from: '/rollouts' });
  const navigate = useNavigate({ from: '/rollouts' });
  const templates = useQuery(templatesQuery);
  const sites = useQuery(sitesQuery);
  const waves = useQuery(wavesQuery);
  useTitle('Roll-outs');
  const onOpen = (waveId: string): void =>
    void navigate({ search: (before) => ({ ...before, wave: waveId }), replace: true });
  return (
    <>
      <PageHead
        title="Roll-outs"
        under="One template for many sites: each with its own calendar, currency and readiness. Nothing begins before a wave is launched."
      />
      <div className={page.page}>
        {wave !== undefined && <WavePanel key={wave} waveId={wave} />}
        <Panel title="Waves">
          <Reading answer={waves} what="The waves">
            {(answer) => (
              <WavesPanel
                waves={answer.waves}
                templates={templates.data?.templates ?? []}
                sites={sites.data?.sites ?? []}
                chosen={wave}
                onOpen={onOpen}
              />
            )}
          </Reading>
        </Panel>
        <Panel title="Sites">
          <Reading answer={sites} what="The sites">
            {(answer) => <SitesPanel sites={answer.sites} />}
          </Reading>
        </Panel>
        <Panel title="Templates">
          <Reading answer={templates} what="The templates">
            {(answer) => <TemplatesPanel templates={answer.templates} />}
          </Reading>
        </Panel>
      </div>
    </>
  );
}
