import { Figure } from './figure.js';
import styles from './parts.module.css';

export interface NamedFigure {
  readonly name: string;
  readonly value: string;
  /** The formula or what it is compared with. */
  readonly from?: string | undefined;
}

/** Named figures side by side, each with what it is made of. */
export function Figures({ figures }: { readonly figures: readonly NamedFigure[] }) {
  return (
    <dl className={styles.figures}>
      {figures.map(({ name, value, from }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <Figure value={value} />
            {from && <small>{from}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
