import type { ComponentProps } from 'react';
import styles from './choose.module.css';

interface ChooseProps extends Omit<ComponentProps<'button'>, 'type'> {
  /** Whether what it opens is open; left out where it opens nothing below its line. */
  readonly isOpen?: boolean;
}

/** The name of a line of a table, as a button: it opens what there is to say of the line. */
export function Choose({ isOpen, className, ...rest }: ChooseProps) {
  const classes = [styles.choose, className].filter(Boolean).join(' ');
  return <button type="button" className={classes} aria-expanded={isOpen} {...rest} />;
}
