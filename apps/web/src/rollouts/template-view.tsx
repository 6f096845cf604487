import type { TemplateLine, TemplateTask } from '@meridian/contracts-projects';
import { useQuery } from '@tanstack/react-query';
import { templateComparisonQuery, templateQuery } from '../gateway/rollout-queries.js';
import forms from '../parts/forms.module.css';
import parts from '../parts/parts.module.css';
import { Reading } from '../parts/reading.js';
import { durationWords } from './duration-words.js';
import styles from './rollouts.module.css';

/** What is in the latest version of a template, and what is other there than in the one before. */
export function TemplateView({ template }: { readonly template: TemplateLine }) {
  const { templateId, version, name, purpose } = template;
  const file = useQuery(templateQuery(templateId, version));
  return (
    <section aria-label={`Template ${name}`}>
      <p className={styles.purpose}>{purpose}</p>
      {version > 1 && <Changes templateId={templateId} version={version} />}
      <Reading answer={file} what="The template">
        {({ tasks, gates }) => (
          <>
            <div className={parts.scroller} tabIndex={0} role="region" aria-label={`Tasks of ${name}`}>
              <table className={`${parts.table} ${styles.table}`}>
                <thead>
                  <tr>
                    {['Task', 'Duration', 'Roles', 'Checks'].map((title) => (
                      <th key={title} scope="col">
                        {title}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {tasks.map((task) => (
                    <Row key={task.key} task={task} />
                  ))}
                </tbody>
              </table>
            </div>
            {gates.length > 0 && (
              <p className={styles.purpose}>
                Gates: {gates.map((gate) => `${gate.name} (ends ${gate.phaseName})`).join(', ')}
              </p>
            )}
          </>
        )}
      </Reading>
    </section>
  );
}

function Row({ task }: { readonly task: TemplateTask }) {
  const { name, outlineLevel, isSummary, isMilestone, roles, checks } = task;
  return (
    <tr>
      <td style={{ paddingInlineStart: `${outlineLevel * 0.75}rem` }}>
        {isSummary ? <strong>{name}</strong> : name}
        {isMilestone && <span className="quiet"> milestone</span>}
      </td>
      <td>{isSummary || isMilestone ? '' : durationWords(task)}</td>
      <td>{[...new Set(roles.map(({ role }) => role))].join(', ')}</td>
      <td>{checks.map(({ title }) => title).join(', ')}</td>
    </tr>
  );
}

function Changes({ templateId, version }: { readonly templateId: string; readonly version: number }) {
  const comparison = useQuery(templateComparisonQuery(templateId, version));
  return (
    <Reading answer={comparison} what="The changes" lines={1}>
      {({ added, removed, changed, tasks }) => (
        <details className={forms.disclosure}>
          <summary>
            Since version {version - 1}: {added} added, {removed} removed, {changed} changed
          </summary>
          <ul className={styles.changes}>
            {tasks.map(({ key, name, change, fields }) => (
              <li key={key}>
                {name} <span className="quiet">{[change, fields.join(', ')].filter(Boolean).join(': ')}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Reading>
  );
}
