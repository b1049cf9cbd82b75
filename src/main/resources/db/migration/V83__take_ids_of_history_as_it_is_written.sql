-- An entry's id is taken by the statement that adds it. Replicas took fifty at a time and kept them, and a crash of the
-- database may undo what was taken last: it gave the same fifty to the next one, and two wrote under one id. The sequence
-- goes on in steps of fifty, so that replicas of either kind can run beside each other.
alter table history_entry alter column id set default nextval('history_entry_seq');
