import { Link } from '@tanstack/react-router';
import { EmptyState } from '../parts/empty-state.js';

export function NotFound() {
  return (
    <EmptyState title="There is no page at this address">
      It may have moved. <Link to="/">Begin at the first page</Link> or{' '}
      <Link to="/projects">look among the projects</Link>.
    </EmptyState>
  );
}
