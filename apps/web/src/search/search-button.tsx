import { UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import styles from './search.module.css';

const SearchDialog = lazy(() =>
  import('./search-dialog.js').then((found) => ({ default: found.SearchDialog })),
);

/** Opens the search over projects; Ctrl-K (Command-K) does the same from everywhere. */
export function SearchButton() {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setOpen(true);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <UnstyledButton className={styles.button} onClick={() => setOpen(true)} aria-haspopup="dialog">
        <IconSearch size={16} aria-hidden />
        <span className={styles.hint}>Search projects</span>
        <kbd className={styles.key}>Ctrl K</kbd>
      </UnstyledButton>
      {isOpen && (
        <Suspense>
          <SearchDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
