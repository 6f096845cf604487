import { useElementSize } from '@mantine/hooks';
import type { ReactNode } from 'react';
import styles from './board.module.css';

export const chartHeight = 200;
export const plot = { left: 34, right: 12, top: 12, bottom: 26 };

interface ChartFrameProps {
  /** What the chart shows, for those who do not see it. */
  readonly words: string;
  readonly children: (width: number) => ReactNode;
}

/** A drawing as wide as its panel. */
export function ChartFrame({ words, children }: ChartFrameProps) {
  const { ref, width } = useElementSize();
  return (
    <div ref={ref} className={styles.chart}>
      {width > 0 && (
        <svg width={width} height={chartHeight} role="img" aria-label={words}>
          {children(width)}
        </svg>
      )}
    </div>
  );
}
