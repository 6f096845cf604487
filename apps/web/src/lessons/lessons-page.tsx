import { Button } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useDeferredValue } from 'react';
import { lessonCategories } from '../closing/closing-words.js';
import { foundLessonsQuery, type LessonFilter } from '../gateway/closing-queries.js';
import { formatCount } from '../money/format-money.js';
import { Choice } from '../parts/choice.js';
import { EmptyState } from '../parts/empty-state.js';
import forms from '../parts/forms.module.css';
import { PageHead } from '../parts/page-head.js';
import page from '../parts/page.module.css';
import { Panel } from '../parts/panel.js';
import { Reading } from '../parts/reading.js';
import { useTitle } from '../parts/use-title.js';
import { LessonList } from './lesson-list.js';

/** What all projects learned that the person may see; the search lives in the address. */
export function LessonsPage() {
  const { portfolio, ...search } = useSearch({ from: '/lessons' });
  const navigate = useNavigate({ from: '/lessons' });
  useTitle('Lessons');
  const filter = useDeferredValue({ portfolio, ...search });
  const answer = useInfiniteQuery({ ...foundLessonsQuery(filter), placeholderData: keepPreviousData });
  const lessons = answer.data?.pages.flatMap((one) => one.lessons) ?? [];
  const first = answer.data?.pages[0];
  const facets = first?.facets;
  const choose = (key: keyof LessonFilter) => (value: string) =>
    void navigate({ search: (before) => ({ ...before, [key]: value || undefined }), replace: true });
  const choice = (label: string, key: keyof LessonFilter, values: readonly string[] | undefined) =>
    values === undefined || values.length === 0 ? null : (
      <Choice label={label} value={filter[key] ?? ''} options={choices(values)} onChange={choose(key)} />
    );
  return (
    <>
      <PageHead title="Lessons" under="What projects learned, for those that come after them" />
      <div className={page.page}>
        <Panel
          title={portfolio ?? 'All portfolios'}
          note={first && `${formatCount(lessons.length)} of ${formatCount(first.total)} shown`}
        >
          <div className={forms.form} role="search" aria-label="Lessons">
            <label className={`${forms.field} ${forms.wide}`}>
              <span>Words in what happened or was recommended</span>
              <input
                type="search"
                value={search.text ?? ''}
                maxLength={200}
                onChange={({ currentTarget }) => choose('text')(currentTarget.value)}
              />
            </label>
            <Choice
              label="About"
              value={filter.category ?? ''}
              options={[['', 'anything'], ...lessonCategories]}
              onChange={choose('category')}
            />
            {choice('Kind of project', 'projectCategory', facets?.projectCategories)}
            {choice('Phase', 'phase', facets?.phases)}
            {choice('Programme', 'programme', facets?.programmes)}
            {choice('Unit', 'orgUnit', facets?.orgUnits)}
          </div>
          <Reading answer={answer} what="The lessons">
            {() =>
              lessons.length === 0 ? (
                <EmptyState title="No lesson is like that">
                  Lessons are written down on the page of a project, at any time until it is archived.
                </EmptyState>
              ) : (
                <LessonList lessons={lessons} />
              )
            }
          </Reading>
          {answer.hasNextPage && (
            <Button
              size="xs"
              variant="default"
              loading={answer.isFetchingNextPage}
              onClick={() => void answer.fetchNextPage()}
            >
              Show more
            </Button>
          )}
        </Panel>
      </div>
    </>
  );
}

function choices(values: readonly string[]): readonly (readonly [string, string])[] {
  return [['', 'any'], ...values.map((value) => [value, value] as const)];
}
