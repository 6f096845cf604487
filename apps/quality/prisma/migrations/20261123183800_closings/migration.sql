-- CreateTable
CREATE TABLE "closing" (
    "project_id" UUID NOT NULL,
    "closing_id" UUID NOT NULL,
    "is_stopped" BOOLEAN NOT NULL,
    "started_on" CHAR(10) NOT NULL,
    "told" TEXT,

    CONSTRAINT "closing_pkey" PRIMARY KEY ("project_id"),
    CONSTRAINT "closing_started_on_a_day" CHECK ("started_on" ~ '^\d{4}-\d{2}-\d{2}$')
);
