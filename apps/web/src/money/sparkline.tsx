import styles from './money.module.css';

interface SparklineProps {
  readonly values: readonly number[];
}

const [width, height] = [72, 22];

/** A small line without axes: the direction, not the figure, which stands beside it. */
export function Sparkline({ values }: SparklineProps) {
  if (values.length < 3) return null;
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const y = (value: number): number => height - 2 - ((value - low) / (high - low || 1)) * (height - 4);
  const step = (width - 4) / (values.length - 1);
  const points = values.map((value, index) => `${(2 + index * step).toFixed(1)},${y(value).toFixed(1)}`);
  return (
    <svg className={styles.spark} width={width} height={height} aria-hidden>
      <polyline points={points.join(' ')} />
    </svg>
  );
}
