import { Button, Skeleton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useDeferredValue } from 'react';
import { projectsQuery } from '../gateway/queries.js';
import { formatCount } from '../money/format-money.js';
import { EmptyState } from '../parts/empty-state.js';
import { Panel } from '../parts/panel.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { ProjectsTable } from './projects-table.js';
import styles from './projects.module.css';

/** All projects the person may see, by code, with a search that lives in the address. */
export function ProjectsPage() {
  const { q = '', portfolio } = useSearch({ from: '/projects' });
  const navigate = useNavigate({ from: '/projects' });
  const text = useDeferredValue(q);
  const answer = useInfiniteQuery({ ...projectsQuery(text, portfolio), placeholderData: keepPreviousData });
  const projects = answer.data?.pages.flatMap((page) => page.projects) ?? [];
  const total = answer.data?.pages[0]?.total;
  return (
    <>
      <h1 className={styles.title}>Projects</h1>
      <Panel
        title={portfolio ?? 'All portfolios'}
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
          <EmptyState title={q ? `No project has “${q}” in its code or name` : 'No projects yet'}>
            {q
              ? 'Clear the search to see all of them.'
              : 'Projects appear with the first import or registration.'}
          </EmptyState>
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
      </Panel>
    </>
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
