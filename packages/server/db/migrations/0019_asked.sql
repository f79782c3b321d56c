-- Whether a send was asked about, whatever else came of it: what is held or waits for approval is asked about as well.

alter table verdict add column asks boolean;
update verdict set asks = outcome = 'confirm';

alter table verdict
  alter column asks set not null,
  drop constraint asked_means_confirmed,
  add constraint asked_means_confirmed check ((outcome <> 'confirm' or asks) and (not asks or confirmed));
