insert into institution.rule (code, value, label, valid_from) values
  ('LICENCE_SOON_DAYS', 90, 'Số ngày trước khi giấy chứng nhận hết hiệu lực thì nhắc', date '2026-01-01');
create index on institution.licence (valid_to) where valid_to is not null;
