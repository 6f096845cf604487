import type { OriginalRequest } from '@meridian/contracts-projects';
import { formatMoment } from '../dates/format-day.js';
import forms from '../parts/forms.module.css';
import styles from './lifecycle.module.css';

/** What was asked for at first, word by word; it stays, whatever became of it. */
export function OriginalRequestNote({ request }: { readonly request: OriginalRequest }) {
  const { name, orgUnit, category, submittedByName, submittedAt } = request;
  return (
    <figure className={styles.request}>
      <figcaption>
        <h3 className={forms.subhead}>What was asked for: “{name}”</h3>
      </figcaption>
      <blockquote>{request.request}</blockquote>
      <p className="quiet">
        {[`${submittedByName}, ${formatMoment(submittedAt)}`, orgUnit, category].filter(Boolean).join(' · ')}
      </p>
    </figure>
  );
}
