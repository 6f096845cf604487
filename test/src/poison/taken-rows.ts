import type { SharedWork } from '@meridian/bus';
import type { PgTx } from '@meridian/testing';

/** What the events of a transaction write together, as the services do. */
export class TakenRows implements SharedWork {
  readonly rows: object[] = [];

  constructor(private readonly tx: PgTx) {}

  static open(tx: PgTx): Promise<TakenRows> {
    return Promise.resolve(new TakenRows(tx));
  }

  async flush(): Promise<void> {
    await this.tx.$executeRawUnsafe(
      `INSERT INTO taken (project_id, step, sequence)
       SELECT "projectId", step, sequence FROM json_to_recordset($1::json) AS g ("projectId" text, step integer, sequence integer)`,
      JSON.stringify(this.rows),
    );
  }
}
