ALTER TABLE "project_status" ADD COLUMN "stage" TEXT NOT NULL DEFAULT '';
