-- Who took part in a programme is asked by programme and year, whether the college recorded it or an employer answered.
create index on programme.partner (programme_id, year);
