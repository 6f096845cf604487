import type { ClosingItem } from '@meridian/contracts-projects';
import { withReadableDays } from '../dates/days-in-words.js';
import { formatMoney } from '../money/format-money.js';
import styles from './closing.module.css';

interface OpenItemsProps {
  readonly items: readonly ClosingItem[];
  readonly count: number;
}

/** What keeps a project from being closed, the first by name and the others counted. */
export function OpenItems({ items, count }: OpenItemsProps) {
  if (count === 0) return null;
  const more = count - items.length;
  return (
    <ul className={styles.items}>
      {items.map(({ kind, name, itemId, detail, amountMinor, currency }, index) => (
        <li key={`${kind} ${itemId ?? index}`}>
          {name}
          {amountMinor !== undefined && currency !== undefined && (
            <span className="quiet"> {formatMoney(amountMinor, currency)}</span>
          )}
          {detail !== undefined && <span className="quiet"> {withReadableDays(detail)}</span>}
        </li>
      ))}
      {more > 0 && <li className="quiet">and {more} more</li>}
    </ul>
  );
}
