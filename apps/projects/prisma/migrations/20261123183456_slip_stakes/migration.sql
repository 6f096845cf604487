ALTER TABLE "project_gate" ADD COLUMN "is_decided" BOOLEAN NOT NULL DEFAULT false;

CREATE TABLE "project_money" (
    "project_id" UUID NOT NULL,
    "status_date" CHAR(10) NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "bac_minor" BIGINT NOT NULL,
    "eac_minor" BIGINT,
    "etc_minor" BIGINT,

    CONSTRAINT "project_money_pkey" PRIMARY KEY ("project_id"),
    CONSTRAINT "project_money_status_date_is_a_day" CHECK ("status_date" ~ '^\d{4}-\d{2}-\d{2}$')
);
