-- Nobody reads it.
drop view credential.diploma_record;
