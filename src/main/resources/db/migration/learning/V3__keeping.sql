-- Who came after a college that is no more reads the learners it looks after (institution.custody).
create policy keeping on learning.learner for select using (institution_id = any ((select scope.keeps('LEARNERS'))::bigint[]));
create policy keeping on learning.enrolment for select using (institution_id = any ((select scope.keeps('LEARNERS'))::bigint[]));
create policy keeping on learning.module for select using (institution_id = any ((select scope.keeps('LEARNERS'))::bigint[]));
create policy keeping on learning.result for select using (institution_id = any ((select scope.keeps('LEARNERS'))::bigint[]));

-- The intake of a year, against what licences allow.
create index on learning.enrolment (cohort, institution_id, occupation_code, level);
