import { useQuery } from '@tanstack/react-query';
import { exceptionsQuery } from '../gateway/money-queries.js';
import { useMay } from '../gateway/use-may.js';
import forms from '../parts/forms.module.css';
import styles from './accounts.module.css';
import { ExceptionItem } from './exception-item.js';
import { isOpen } from './exception-words.js';

/** Beside the other decisions of a project: exceptions that somebody waits for. Nothing where there is none. */
export function OpenExceptions({ projectId }: { readonly projectId: string }) {
  const maySee = [useMay('budget:approve'), useMay('budget:write')].includes(true);
  const answer = useQuery({ ...exceptionsQuery(projectId), enabled: maySee });
  const open = answer.data?.exceptions.filter(isOpen) ?? [];
  if (open.length === 0) return null;
  return (
    <>
      <h3 className={forms.subhead}>Budget exceptions to decide on</h3>
      <ul className={styles.exceptions}>
        {open.map((exception) => (
          <ExceptionItem key={exception.exceptionId} exception={exception} isOfOne />
        ))}
      </ul>
    </>
  );
}
