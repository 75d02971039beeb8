-- The department's own files: batches of institution 0, which no college has.
do $$
declare t text;
begin
  foreach t in array array['batch', 'correction', 'set_aside', 'progress'] loop
    execute format('create policy department on intake.%I using (institution_id = 0 and (select scope.reach()) = ''CITY'')', t);
  end loop;
end $$;
