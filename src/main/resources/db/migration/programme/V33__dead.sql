-- Nothing reads these.
drop view programme.catalogue, programme.outcome_list;
revoke delete on programme.partner from lanhnghe_app;
