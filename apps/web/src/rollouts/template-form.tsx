import { Button } from '@mantine/core';
import type { Recorded, TemplateLine } from '@meridian/contracts-projects';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { allProjectsQuery } from '../gateway/queries.js';
import { templatePath, templatesKey } from '../gateway/rollout-queries.js';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import { Field } from './field.js';
import { LinesField } from './lines-field.js';
import { roleLines } from './role-lines.js';

/** The plan of a project becomes a template, or the next version of one. */
export function TemplateForm({ template }: { readonly template: TemplateLine | undefined }) {
  const projects = useQuery(allProjectsQuery).data ?? [];
  const [templateId] = useState(() => template?.templateId ?? crypto.randomUUID());
  const [projectId, setProjectId] = useState('');
  const [name, setName] = useState(template?.name ?? '');
  const [purpose, setPurpose] = useState(template?.purpose ?? '');
  const [roles, setRoles] = useState('');
  const [problem, setProblem] = useState<string>();
  const change = useSend<Recorded>([templatesKey]);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const read = roleLines(roles);
    setProblem('problem' in read ? read.problem : undefined);
    if ('problem' in read) return;
    const body = { projectId, name: name.trim(), purpose: purpose.trim(), roles: read.value };
    change.mutate({ method: 'PUT', path: templatePath(templateId), body, version: template?.version ?? 0 });
  };
  return (
    <form className={forms.form} onSubmit={submit} aria-label="Save a template">
      <label className={forms.field}>
        <span>Project whose plan it is</span>
        <select
          required
          value={projectId}
          onChange={({ currentTarget }) => setProjectId(currentTarget.value)}
        >
          <option value="">Choose a project</option>
          {projects.map((project) => (
            <option key={project.projectId} value={project.projectId}>
              {project.code} {project.name}
            </option>
          ))}
        </select>
      </label>
      <Field label="Name" value={name} onChange={setName} />
      <Field label="What it is for" value={purpose} onChange={setPurpose} isWide maxLength={2000} />
      <LinesField
        label="Roles in the place of people, one a line: “Ada Lovelace = Analyst”. Names that are roles already need none."
        value={roles}
        onChange={setRoles}
      />
      <Button size="xs" type="submit" loading={change.isPending}>
        Save
      </Button>
      {problem && (
        <p className={forms.problem} role="alert">
          {problem}
        </p>
      )}
      {change.isSuccess && (
        <p className={forms.done} role="status">
          Saved as version {change.data.version}.
        </p>
      )}
      <ChangeProblem cause={change.error} />
    </form>
  );
}
