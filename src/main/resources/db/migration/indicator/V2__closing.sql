insert into indicator.exclusion (status, reason) values ('CLOSING', 'đề nghị giải thể');
