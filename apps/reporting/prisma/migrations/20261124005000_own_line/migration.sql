-- What waits for a person and is nobody else's business. Whose concern it is, or what about, is not known here.
CREATE TABLE "own_line" (
    "line_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "person_ids" UUID[],
    "severity" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "due_on" CHAR(10),
    "since" CHAR(10) NOT NULL,
    "period" CHAR(7),

    CONSTRAINT "own_line_pkey" PRIMARY KEY ("line_id")
);

CREATE INDEX "own_line_person_ids_idx" ON "own_line" USING GIN ("person_ids");
