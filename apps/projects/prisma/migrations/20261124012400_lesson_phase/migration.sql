-- What the project was at when it learned: nobody knows it of earlier lessons.
ALTER TABLE "lesson" ADD COLUMN "stage" TEXT, ADD COLUMN "phase_name" TEXT;
