-- Questions name the items of frameworks; a domain's own was never read.
alter table person.competence_domain drop column item_identifier;
