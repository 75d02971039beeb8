-- The spells of both as they were right after the merge: what differs later was written since, and stays when the two are taken apart.
alter table person.merge add spells jsonb; -- null: merged before this was written down
