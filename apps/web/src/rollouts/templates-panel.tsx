import { Button } from '@mantine/core';
import type { TemplateLine } from '@meridian/contracts-projects';
import { useState } from 'react';
import { formatMoment } from '../dates/format-day.js';
import { EmptyState } from '../parts/empty-state.js';
import forms from '../parts/forms.module.css';
import parts from '../parts/parts.module.css';
import { BeginForm } from './begin-form.js';
import { RetireForm } from './retire-form.js';
import styles from './rollouts.module.css';
import { TemplateForm } from './template-form.js';
import { TemplateView } from './template-view.js';

const columns = ['Tasks', 'Roles', 'Checks', 'Gates', 'Working days', 'Projects'] as const;

/** The templates there are, what is in one of them, and the ways on: a new version, a project, a new template. */
export function TemplatesPanel({ templates }: { readonly templates: readonly TemplateLine[] }) {
  const [openId, setOpenId] = useState<string>();
  const open = templates.find(({ templateId }) => templateId === openId);
  return (
    <>
      {templates.length === 0 ? (
        <EmptyState title="There is no template yet">
          Save the plan of a project that went well below: links, roles, checks and gates stay, days and
          people do not.
        </EmptyState>
      ) : (
        <div className={parts.scroller} tabIndex={0} role="region" aria-label="Templates table">
          <table className={`${parts.table} ${styles.table}`}>
            <thead>
              <tr>
                <th scope="col">Template</th>
                {columns.map((title) => (
                  <th key={title} scope="col" className={parts.number}>
                    {title}
                  </th>
                ))}
                <th scope="col">Saved</th>
                <th scope="col">
                  <span className="sr-only">Actions</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {templates.map((line) => (
                <tr key={line.templateId}>
                  <td>
                    <strong>{line.name}</strong>{' '}
                    <span className="quiet">
                      version {line.version}
                      {line.retiredReason === undefined ? '' : `, retired: ${line.retiredReason}`}
                    </span>
                  </td>
                  {[
                    line.taskCount,
                    line.roleCount,
                    line.checkCount,
                    line.gateCount,
                    line.workingDays,
                    line.projectCount,
                  ].map((count, at) => (
                    <td key={columns[at]} className={parts.number}>
                      {count}
                    </td>
                  ))}
                  <td>
                    {formatMoment(line.savedAt)} <span className="quiet">{line.savedByName}</span>
                  </td>
                  <td className={styles.actions}>
                    <Button
                      size="compact-xs"
                      variant="default"
                      aria-expanded={line.templateId === openId}
                      aria-label={`${line.templateId === openId ? 'Close' : 'Open'} ${line.name}`}
                      onClick={() => setOpenId(line.templateId === openId ? undefined : line.templateId)}
                    >
                      {line.templateId === openId ? 'Close' : 'Open'}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {open && (
        <>
          <TemplateView key={`${open.templateId} ${open.version}`} template={open} />
          {open.retiredReason === undefined && (
            <>
              <h3 className={forms.subhead}>Begin a project from {open.name}</h3>
              <BeginForm key={`begin ${open.templateId}`} template={open} />
              <details className={forms.disclosure}>
                <summary>Retire {open.name}</summary>
                <RetireForm key={`retire ${open.templateId}`} template={open} />
              </details>
            </>
          )}
        </>
      )}
      <details className={forms.disclosure}>
        <summary>{open ? `Save a new version of ${open.name}` : 'Save a plan as a template'}</summary>
        <TemplateForm key={`${open?.templateId} ${open?.version}`} template={open} />
      </details>
    </>
  );
}
