-- How grave the last alert of a guardian link was: a graver one is told at once, whatever was told a moment ago.

alter table guardian_link
  add column alerted_risk text collate "C",
  add constraint guardian_alert_risk_known check (alerted_risk in ('low', 'medium', 'high'));
