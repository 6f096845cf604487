import { Button, Skeleton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useDeferredValue } from 'react';
import { projectsQuery } from '../gateway/queries.js';
import { useMay } from '../gateway/use-may.js';
import { formatCount } from '../money/format-money.js';
import { EmptyState } from '../parts/empty-state.js';
import forms from '../parts/forms.module.css';
import { Panel } from '../parts/panel.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { useTitle } from '../parts/use-title.js';
import { ForYou } from '../today/for-you.js';
import { portfolioRead } from '../today/portfolio-read.js';
import { IdeaForm } from './idea-form.js';
import { ProjectsTable } from './projects-table.js';
import styles from './projects.module.css';

/** All projects the person may see, by code, with a search that lives in the address. */
export function ProjectsPage() {
  const { q = '', portfolio } = useSearch({ from: '/projects' });
  const navigate = useNavigate({ from: '/projects' });
  useTitle('Projects');
  const text = useDeferredValue(q);
  const answer = useInfiniteQuery({ ...projectsQuery(text, portfolio), placeholderData: keepPreviousData });
  const projects = answer.data?.pages.flatMap((page) => page.projects) ?? [];
  const total = answer.data?.pages[0]?.total;
  const maySubmit = useMay('idea:submit');
  const seesSharedOnly = useMay(portfolioRead) === false;
  return (
    <>
      <h1 className={styles.title}>Projects</h1>
      {seesSharedOnly && (
        <p className={styles.scope}>
          You work on single projects, so the overview of the portfolio is not part of your view. The projects
          that name you stand here.
        </p>
      )}
      {seesSharedOnly && <ForYou />}
      <Panel
        title={portfolio ?? (seesSharedOnly ? 'Your projects' : 'All portfolios')}
        note={
          total === undefined ? undefined : `${formatCount(projects.length)} of ${formatCount(total)} shown`
        }
        side={
          <TextInput
            className={styles.search}
            size="xs"
            type="search"
            aria-label="Search projects by code or name"
            placeholder="Search by code or name"
            leftSection={<IconSearch size={14} />}
            value={q}
            onChange={({ currentTarget }) => {
              const typed = currentTarget.value || undefined;
              void navigate({ search: (before) => ({ ...before, q: typed }), replace: true });
            }}
          />
        }
      >
        {answer.isError ? (
          <ProblemNotice cause={answer.error} onRetry={() => void answer.refetch()} />
        ) : answer.isPending ? (
          <LoadingRows />
        ) : projects.length === 0 ? (
          <NoProjects q={q} seesSharedOnly={seesSharedOnly} />
        ) : (
          <ProjectsTable projects={projects} isNarrowed={portfolio !== undefined} />
        )}
        {answer.hasNextPage && (
          <Button
            className={styles.more}
            size="xs"
            variant="default"
            loading={answer.isFetchingNextPage}
            onClick={() => void answer.fetchNextPage()}
          >
            Show more
          </Button>
        )}
        {maySubmit && (
          <details className={forms.disclosure}>
            <summary>Submit an idea</summary>
            <IdeaForm />
          </details>
        )}
      </Panel>
    </>
  );
}

interface NoProjectsProps {
  readonly q: string;
  readonly seesSharedOnly: boolean;
}

function NoProjects({ q, seesSharedOnly }: NoProjectsProps) {
  if (q)
    return (
      <EmptyState title={`No project has “${q}” in its code or name`}>
        Clear the search to see all of them.
      </EmptyState>
    );
  if (seesSharedOnly)
    return (
      <EmptyState title="No project names you yet">
        A project appears here as soon as its manager or the PMO names you in it. Ask the one who invited you.
      </EmptyState>
    );
  return (
    <EmptyState title="No projects yet">Projects appear with the first import or registration.</EmptyState>
  );
}

function LoadingRows() {
  return (
    <div role="status" aria-label="Projects are being loaded" className={styles.loading}>
      {Array.from({ length: 12 }, (_, row) => (
        <Skeleton key={row} height={28} />
      ))}
    </div>
  );
}
