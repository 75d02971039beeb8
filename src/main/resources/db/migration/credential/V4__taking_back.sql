-- A graduation list can be taken back as long as nothing of it is signed.
grant delete on credential.diploma, credential.decision to lanhnghe_app;
create policy taking_back on credential.diploma for delete
  using (state = 'PREPARED' and ((select scope.writes_all()) or institution_id = (select scope.institution())));
create policy taking_back on credential.decision for delete
  using (state = 'PREPARED' and ((select scope.writes_all()) or institution_id = (select scope.institution())));
-- A learner sees the diplomas of all their courses of study.
create policy lifelong on credential.diploma for select using (learner_id = any ((select learning.own_learners())::bigint[]));
