-- When a teacher opened the page that tells what became of what they sent; null: the answer is still news. What was answered before is none.
alter table person.paper add answer_seen_at timestamptz;
alter table person.request add answer_seen_at timestamptz;
alter table person.training_elsewhere add answer_seen_at timestamptz;
update person.paper set answer_seen_at = now() where state = 'REJECTED';
update person.request set answer_seen_at = now() where state in ('APPROVED', 'REJECTED');
update person.training_elsewhere set answer_seen_at = now() where state in ('RETURNED', 'REJECTED');
create index on person.paper (person_id) where state = 'REJECTED' and answer_seen_at is null;
create index on person.request (person_id) where state in ('APPROVED', 'REJECTED') and answer_seen_at is null;
create index on person.training_elsewhere (person_id) where state in ('RETURNED', 'REJECTED') and answer_seen_at is null;

-- “Ốm” is a reason.
alter table person.leave drop constraint leave_reason_check, add check (length(reason) between 2 and 200);
