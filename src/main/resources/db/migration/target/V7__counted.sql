-- The first three targets are counted, no longer declared.
update target.milestone set formula_code = target_code where target_code in ('CT01', 'CT02', 'CT03');
update target.target set lacking = null, awaited = null where code in ('CT01', 'CT02', 'CT03');
-- What is done about those who are missing at one institution, by the formula that misses them; {institution} stands for it.
create table target.remedy (
  formula_code text primary key,
  authority    text not null,
  label        text not null,
  address      text not null check (address like '/%')
);
insert into target.remedy values
  ('CT01', 'TRAINING_RUN', 'Ghi danh người còn thiếu', '/trainings/missing?kind=DIGITAL&institution={institution}'),
  ('CT02', 'TRAINING_RUN', 'Ghi danh người còn thiếu', '/trainings/missing?kind=RESOURCES&institution={institution}'),
  ('CT03', 'PROGRAMME_VIEW', 'Xem chương trình chưa tích hợp', '/programmes?institution={institution}&integrated=no');
grant select on target.remedy to lanhnghe_app;
