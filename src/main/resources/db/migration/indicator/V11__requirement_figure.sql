-- Figures that show what a requirement asks: they stand beside the college's word, which alone says whether it is met.
create table indicator.requirement_figure (
  requirement  text not null references indicator.requirement,
  formula_code text not null check (formula_code ~ '^[A-Z0-9.]{2,20}$'),
  primary key (requirement, formula_code)
);
insert into indicator.requirement_figure values
  ('2.1', 'NG.SL'), ('2.2', 'NG.CHUAN'), ('2.3', 'QL.CHUAN'), ('3.2', 'TT38.04'), ('6.1', 'KN.NGAY'), ('6.3', 'SH.KQ');
grant select on indicator.requirement_figure to lanhnghe_app;
