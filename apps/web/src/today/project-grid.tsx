import { Button, TextInput } from '@mantine/core';
import type { StatusLine } from '@meridian/contracts-reporting';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { EmptyState } from '../parts/empty-state.js';
import { ProjectRow } from './project-row.js';
import { SortHeader } from './sort-header.js';
import { sortLines, sortOf } from './sort-lines.js';
import parts from '../parts/parts.module.css';
import styles from './today.module.css';

const pageRows = 25;

/** Projects with their status; filter and order are in the address, so a view can be shared. */
export function ProjectGrid({ lines }: { readonly lines: readonly StatusLine[] }) {
  const { q = '', sort } = useSearch({ from: '/' });
  const navigate = useNavigate({ from: '/' });
  const [rows, setRows] = useState(pageRows);
  const text = useDeferredValue(q);
  const found = useSteady(useMemo(() => sortLines(matching(lines, text), sortOf(sort)), [lines, text, sort]));
  return (
    <>
      <div className={styles.filter}>
        <TextInput
          size="xs"
          type="search"
          aria-label="Filter projects"
          placeholder="Filter by code, name, programme or manager"
          leftSection={<IconSearch size={14} />}
          value={q}
          onChange={({ currentTarget }) => {
            const typed = currentTarget.value || undefined;
            void navigate({
              search: (before) => ({ ...before, q: typed }),
              replace: true,
              resetScroll: false,
            });
          }}
        />
        <span className="quiet" role="status">
          {found.lines.length === lines.length
            ? `${lines.length} projects`
            : `${found.lines.length} of ${lines.length}`}
        </span>
      </div>
      {found.lines.length === 0 ? (
        <EmptyState title={q ? `No project matches “${q}”` : 'No projects yet'}>
          {q
            ? 'Clear the filter to see all of them.'
            : 'Projects appear with the first import or registration.'}
        </EmptyState>
      ) : (
        <div
          className={parts.scroller}
          tabIndex={0}
          role="region"
          aria-label="Projects table"
          {...found.hold}
        >
          <table className={parts.table}>
            <thead>
              <SortHeader />
            </thead>
            <tbody>
              {found.lines.slice(0, rows).map((line) => (
                <ProjectRow key={line.projectId} line={line} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {found.lines.length > rows && (
        <Button size="compact-sm" variant="subtle" onClick={() => setRows(rows + pageRows)}>
          Show {Math.min(pageRows, found.lines.length - rows)} more
        </Button>
      )}
    </>
  );
}

function matching(lines: readonly StatusLine[], text: string): readonly StatusLine[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return lines;
  return lines.filter((line) => {
    const all = `${line.code} ${line.name} ${line.programme ?? ''} ${line.managerName ?? ''}`.toLowerCase();
    return words.every((word) => all.includes(word));
  });
}

/** While the pointer is over the rows, live changes fill in figures but never move a row away from under it. */
function useSteady(sorted: readonly StatusLine[]) {
  const held = useRef<readonly string[] | undefined>(undefined);
  const [, settle] = useState(0);
  const byId = new Map(sorted.map((line) => [line.projectId, line]));
  const sameRows = held.current?.length === sorted.length && held.current.every((id) => byId.has(id));
  const lines = sameRows && held.current ? held.current.flatMap((id) => byId.get(id) ?? []) : sorted;
  const hold = {
    onPointerEnter: () => {
      held.current = lines.map((line) => line.projectId);
    },
    onPointerLeave: () => {
      held.current = undefined;
      settle((count) => count + 1);
    },
    // Choosing another order is a wish of the person, not a live change.
    onClickCapture: () => {
      held.current = undefined;
    },
  };
  return { lines, hold };
}
