/** What a pair is worth; `null` where it must not be. */
export type Worth = number | null;

export interface Assignment {
  /** For each row the column it got, `null` where none was left. */
  readonly columns: readonly (number | null)[];
  readonly filled: number;
  /** The sum of what the pairs are worth. */
  readonly total: number;
}

/**
 * Gives rows to columns, each at most one: as many rows as can be, and of all such answers one of the highest sum.
 * Successive shortest paths with potentials (Kuhn 1955, Munkres 1957; in the form of Jonker and Volgenant 1987), exact.
 */
export class BestAssignment {
  readonly #costs: readonly (readonly number[])[];
  readonly #width: number;
  readonly #solution: Solution;

  /** @param worth rows of the same length; whole numbers from 0 to 10⁹ */
  constructor(private readonly worth: readonly (readonly Worth[])[]) {
    const people = worth[0]?.length ?? 0;
    const highest = worth.flat().reduce<number>((most, one) => Math.max(most, one ?? 0), 0);
    // To leave a row empty costs more than any sum of pairs: filling comes first.
    const empty = (highest + 1) * (worth.length + 1);
    this.#width = people + worth.length;
    this.#costs = worth.map((row, at) => [
      ...row.map((one) => (one === null ? Infinity : highest - one)),
      ...worth.map((_, other) => (other === at ? empty : Infinity)),
    ]);
    this.#solution = newSolution(this.#width);
    for (let row = 0; row < worth.length; row += 1) augment(this.#costs, this.#solution, row);
    giveTheRest(this.#solution, worth.length);
  }

  best(): Assignment {
    return this.#answer(this.#solution);
  }

  /**
   * The best answer in which a row does not have the column that it has in the best one. Rows that stand for nobody take
   * all columns that are left, so that only this row and this column become free, and one more path is enough.
   */
  without(row: number): Assignment {
    const column = this.#solution.columnOf[row] ?? -1;
    if (column >= this.#width - this.worth.length) return this.best();
    const solution = copyOf(this.#solution);
    solution.columnOf[row] = -1;
    solution.rowOf[column] = -1;
    const costs = this.#costs.map((line, at) =>
      at === row ? line.map((cost, place) => (place === column ? Infinity : cost)) : line,
    );
    augment(costs, solution, row);
    return this.#answer(solution);
  }

  #answer({ columnOf }: Solution): Assignment {
    const people = this.#width - this.worth.length;
    const columns = Array.from(columnOf.subarray(0, this.worth.length), (column) =>
      column >= 0 && column < people ? column : null,
    );
    const values = columns.map((column, row) => (column === null ? 0 : (this.worth[row]?.[column] ?? 0)));
    return {
      columns,
      filled: columns.filter((column) => column !== null).length,
      total: values.reduce((sum, value) => sum + value, 0),
    };
  }
}

interface Solution {
  readonly columnOf: Int32Array;
  readonly rowOf: Int32Array;
  /** Potentials: a cost less those of its row and column is never below zero, and zero where a pair is. */
  readonly ofRow: Float64Array;
  readonly ofColumn: Float64Array;
}

function newSolution(width: number): Solution {
  return {
    columnOf: new Int32Array(width).fill(-1),
    rowOf: new Int32Array(width).fill(-1),
    ofRow: new Float64Array(width),
    ofColumn: new Float64Array(width),
  };
}

function copyOf({ columnOf, rowOf, ofRow, ofColumn }: Solution): Solution {
  return {
    columnOf: columnOf.slice(),
    rowOf: rowOf.slice(),
    ofRow: ofRow.slice(),
    ofColumn: ofColumn.slice(),
  };
}

/** A column that nobody has is worth the same to every row that stands for nobody. */
function giveTheRest({ rowOf, columnOf }: Solution, firstRow: number): void {
  let row = firstRow;
  rowOf.forEach((owner, column) => {
    if (owner >= 0) return;
    rowOf[column] = row;
    columnOf[row] = column;
    row += 1;
  });
}

/** Finds a column for a row by the cheapest chain of changes of those before. There always is one: that for nobody. */
function augment(costs: readonly (readonly number[])[], solution: Solution, start: number): void {
  const { columnOf, rowOf, ofRow, ofColumn } = solution;
  const width = ofColumn.length;
  const distance = new Float64Array(width).fill(Infinity);
  const cameFrom = new Int32Array(width).fill(-1);
  const isDone = new Uint8Array(width);
  let row = start;
  let sofar = 0;
  let end = -1;
  while (end < 0) {
    const line = costs[row];
    let next = -1;
    for (let column = 0; column < width; column += 1) {
      if (isDone[column] === 1) continue;
      // A row that stands for nobody takes whatever is left, for nothing.
      const cost = line === undefined ? 0 : (line[column] ?? Infinity);
      const through = sofar + cost - (ofRow[row] ?? 0) - (ofColumn[column] ?? 0);
      if (through < (distance[column] ?? Infinity)) {
        distance[column] = through;
        cameFrom[column] = row;
      }
      if (next < 0 || (distance[column] ?? Infinity) < (distance[next] ?? Infinity)) next = column;
    }
    sofar = distance[next] ?? Infinity;
    isDone[next] = 1;
    if ((rowOf[next] ?? -1) < 0) end = next;
    else row = rowOf[next] ?? -1;
  }
  for (let column = 0; column < width; column += 1) {
    if (isDone[column] === 0 || column === end) continue;
    const gain = sofar - (distance[column] ?? 0);
    const owner = rowOf[column] ?? -1;
    ofColumn[column] = (ofColumn[column] ?? 0) - gain;
    ofRow[owner] = (ofRow[owner] ?? 0) + gain;
  }
  ofRow[start] = (ofRow[start] ?? 0) + sofar;
  for (let column = end; column >= 0;) {
    const owner = cameFrom[column] ?? -1;
    const before = columnOf[owner] ?? -1;
    rowOf[column] = owner;
    columnOf[owner] = column;
    column = owner === start ? -1 : before;
  }
}
