-- A letter is written while others of its transaction wait for the commit, and hardly ever read: a body of a megabyte goes in
-- three times as fast when nobody tries to compress it.
ALTER TABLE bus.dead_letter ALTER COLUMN payload SET STORAGE EXTERNAL;
