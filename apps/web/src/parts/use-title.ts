import { useEffect } from 'react';

/** What the tab says, so that one finds the page again among many. */
export function useTitle(page: string | undefined): void {
  useEffect(() => {
    document.title = page ? `${page} – Meridian` : 'Meridian';
  }, [page]);
}
