/** A row under the names of its columns, in a form JSON can carry. */
export function columnsOf(row: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(row).map(([field, value]) => [
      columnOf(field),
      typeof value === 'bigint' ? value.toString() : (value as unknown),
    ]),
  );
}

/** A stored row under the names of its fields. */
export function fieldsOf<R>(row: object): R {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [fieldOf(column), value as unknown]),
  ) as R;
}

const columns = new Map<string, string>();
const fields = new Map<string, string>();

function columnOf(field: string): string {
  let column = columns.get(field);
  if (column === undefined) {
    column = field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    columns.set(field, column);
  }
  return column;
}

function fieldOf(column: string): string {
  let field = fields.get(column);
  if (field === undefined) {
    field = column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
    fields.set(column, field);
  }
  return field;
}
