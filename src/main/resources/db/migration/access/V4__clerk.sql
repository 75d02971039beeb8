-- The clerk of a college: releases diplomas and keeps their blank forms.
alter table access.account add check (role <> 'CLERK' or institution_id is not null);
