-- One engagement is one boundary of consistency: its row is what a decision holds. size is the place of the next entry.
create table engagement (
  id text not null primary key,
  size bigint not null
);

-- The record. bytes is the leaf as it was hashed and signed for; nothing here is ever updated or deleted.
create table entry (
  engagement text not null references engagement (id),
  seq bigint not null,
  at bigint not null,
  message text not null,
  bytes $bytes$ not null,
  primary key (engagement, seq),
  unique (engagement, message)
);

-- A properly signed act that the rules spoke against: codes, ids and time, never the body (R29). The same bytes leave one row.
create table refusal (
  engagement text not null references engagement (id),
  message text not null,
  at bigint not null,
  act text not null,
  carry_out text not null,
  signers text not null,
  codes text not null,
  primary key (engagement, message)
);

create table paper (
  engagement text not null,
  digest text not null,
  bytes $bytes$ not null,
  primary key (engagement, digest)
);

-- Names and other texts that the record must not hold. A row may be deleted at any time; nothing depends on it.
create table particular (
  engagement text not null,
  what text not null,
  code text not null,
  text text not null,
  primary key (engagement, what, code)
);

create table checkpoint (
  engagement text not null,
  size bigint not null,
  note $bytes$ not null,
  primary key (engagement, size)
);

create table cosignature (
  engagement text not null,
  size bigint not null,
  witness text not null,
  line $bytes$ not null,
  primary key (engagement, size, witness)
);

create table nonce (
  key_id text not null,
  nonce text not null,
  created bigint not null,
  primary key (key_id, nonce)
);

create index nonce_created on nonce (created);

-- Read model: what is outside now. Follows from the entries alone; a moment that has not come is 0.
create table outside (
  engagement text not null,
  carry_out text not null,
  zone text not null,
  phase text not null,
  holders text not null,
  courier text not null,
  place text not null,
  people bigint not null,
  records bigint not null,
  media bigint not null,
  due bigint not null,
  erased_at bigint not null,
  lost_at bigint not null,
  owner_key text not null,
  contractor_key text not null,
  destination_key text not null,
  key_answer text not null,
  key_first bigint not null,
  key_second bigint not null,
  primary key (engagement, carry_out)
);

-- Read model: what the watch has to do next, and when.
create table deadline (
  engagement text not null,
  carry_out text not null,
  kind text not null,
  about text not null,
  step bigint not null,
  call bigint not null,
  due bigint not null,
  primary key (engagement, carry_out, kind, about, step, call)
);

create index deadline_due on deadline (engagement, due);

-- The last moment at which a node of this service was awake and sure of its clock. One row.
create table heartbeat (
  id text not null primary key,
  at bigint not null
);

-- How a person is reached. Personal data, outside the ledger, erased by deleting the row.
create table contact (
  engagement text not null,
  person text not null,
  name text not null,
  mail text not null,
  telephone text not null,
  language text not null,
  primary key (engagement, person)
);

-- Alarms to be delivered: person '' is the webhook. Written with the entry that sounds the alarm; sent is 0 until somebody's server has taken it. The text is made when it goes out.
create table outbox (
  engagement text not null,
  alarm text not null,
  person text not null,
  due bigint not null,
  tries bigint not null,
  sent bigint not null,
  primary key (engagement, alarm, person)
);

create index outbox_due on outbox (sent, due);

-- Which version of the code filled a read model; another one fills it anew.
create table read_model (
  name text not null primary key,
  version bigint not null
);
