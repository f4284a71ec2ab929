/* nodes: triggers */
  select record.id as "id", record.department as "department"
  from "triggers" record
  where record.id = any($1::uuid[]);

/* page: contacts */
  select record.id as "id", record.external_id as "externalId", record.trigger_id as "triggerId", record.opened_at as "openedAt"
  from "contacts" record
  where true
  order by record.opened_at desc, record.id desc limit $1;
