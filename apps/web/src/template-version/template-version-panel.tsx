import type { OfferedTemplate } from '@meridian/contracts-projects';
import { useQuery } from '@tanstack/react-query';
import { templateOfferQuery } from '../gateway/template-version-queries.js';
import { useMay } from '../gateway/use-may.js';
import forms from '../parts/forms.module.css';
import { Panel } from '../parts/panel.js';
import { DecisionHistory } from './decision-history.js';
import { VersionOffer } from './version-offer.js';

/** For who manages a project that began from a template: that there is a later version, and what came of those before. */
export function TemplateVersionPanel({ projectId }: { readonly projectId: string }) {
  const mayWrite = useMay('project:write') === true;
  const answer = useQuery({ ...templateOfferQuery(projectId), enabled: mayWrite });
  // Who does not manage this project is refused, and most projects have no template: nothing to show.
  if (answer.data?.templateId === undefined) return null;
  const offer = answer.data;
  return (
    <Panel title="Template" anchor="template" note={noteOf(offer)}>
      {offer.retiredReason !== undefined ? (
        <p className="quiet">The template is retired: {offer.retiredReason}</p>
      ) : offer.offeredVersion === undefined ? (
        <p className="quiet">The project runs the latest version of its template.</p>
      ) : (
        <VersionOffer key={`${offer.planVersion} ${offer.offeredVersion}`} offer={offer} />
      )}
      {offer.history.length > 0 && (
        <details className={forms.disclosure}>
          <summary>What was decided of versions before ({offer.history.length})</summary>
          <DecisionHistory steps={offer.history} />
        </details>
      )}
    </Panel>
  );
}

function noteOf({ templateName, runsVersion, offeredVersion }: OfferedTemplate): string {
  const later = offeredVersion === undefined ? '' : `; version ${offeredVersion} is there`;
  return `${templateName}, runs version ${runsVersion}${later}`;
}
