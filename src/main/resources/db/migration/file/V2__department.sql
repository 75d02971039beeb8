-- The department's own shelf is that of institution 0, which no college has.
create policy department on file.content for insert with check (institution_id = 0 and (select scope.reach()) = 'CITY');
