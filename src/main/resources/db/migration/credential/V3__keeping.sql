-- Who came after a college that is no more reads the register books it keeps (institution.custody).
create policy keeping on credential.decision for select using (institution_id = any ((select scope.keeps('BOOKS'))::bigint[]));
create policy keeping on credential.diploma for select using (institution_id = any ((select scope.keeps('BOOKS'))::bigint[]));
