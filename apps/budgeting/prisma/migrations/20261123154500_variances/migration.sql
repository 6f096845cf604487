-- CreateTable
CREATE TABLE "variance" (
    "variance_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "dimension" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "limit_text" TEXT NOT NULL,
    "is_broken" BOOLEAN NOT NULL,
    "cause" TEXT,
    "impact" TEXT,
    "action" TEXT,
    "due_on" CHAR(10),

    CONSTRAINT "variance_pkey" PRIMARY KEY ("variance_id")
);

-- CreateTable
CREATE TABLE "variance_entry" (
    "variance_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "said_by" TEXT,
    "deviation" TEXT,
    "forecast_before" TEXT,
    "forecast" TEXT,
    "cause" TEXT,
    "impact" TEXT,
    "action" TEXT,
    "due_on" CHAR(10),
    "outcome" TEXT,
    "note" TEXT,

    CONSTRAINT "variance_entry_pkey" PRIMARY KEY ("variance_id","place")
);

-- CreateIndex
CREATE INDEX "variance_project_id_idx" ON "variance"("project_id");

-- AddForeignKey
ALTER TABLE "variance_entry" ADD CONSTRAINT "variance_entry_variance_id_fkey" FOREIGN KEY ("variance_id") REFERENCES "variance"("variance_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "variance" ADD CONSTRAINT "variance_words"
  CHECK ("dimension" IN ('cost', 'finish') AND "state" IN ('asked', 'acting', 'closed') AND "version" > 0);
ALTER TABLE "variance_entry" ADD CONSTRAINT "variance_entry_words"
  CHECK ("kind" IN ('opened', 'within-again', 'broken-again', 'explained', 'followed-up') AND "place" > 0
         AND "outcome" IN ('goes-on', 'worked', 'did-not-work'));

-- At most one variance of a kind is open in a project.
CREATE UNIQUE INDEX "variance_open" ON "variance"("project_id", "dimension") WHERE "state" <> 'closed';

-- What happened stays.
CREATE TRIGGER variance_entry_only_grows BEFORE UPDATE OR DELETE ON "variance_entry"
  FOR EACH ROW EXECUTE FUNCTION only_grows();
