import { Gauge } from 'prom-client';
import type { Registry } from 'prom-client';

/** Shows one figure of this moment among the metrics of the process. `read` is asked whenever somebody looks. */
export type ShowFigure = (figure: {
  /** In snake_case, beginning with `meridian_`. */
  readonly name: string;
  readonly help: string;
  readonly read: () => number;
}) => void;

export function figuresIn(registry: Registry): ShowFigure {
  return ({ name, help, read }) => {
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(read());
      },
    });
  };
}
