-- A passkey that has signed here: the name that its device gave it, and whose key it is in the records. Nothing about a person.
create table credential (
  id text not null primary key,
  key_id text not null unique,
  ssh text not null,
  made bigint not null
);

-- An invitation to enrol. token is the SHA-256 of what stands in the link; credential and ssh are empty until a passkey was made for it, proposal until that has signed.
create table invitation (
  token text not null primary key,
  engagement text not null,
  organisation text not null,
  person text not null,
  until bigint not null,
  credential text not null,
  ssh text not null,
  proposal text not null
);

-- A browser that somebody has signed in with. token is the SHA-256 of the cookie.
create table session (
  token text not null primary key,
  credential text not null,
  begun bigint not null,
  seen bigint not null,
  browser text not null
);

create index session_credential on session (credential);

-- An act that has some of its signatures and waits for the others. bytes is the message so far.
create table proposal (
  engagement text not null,
  id text not null,
  made bigint not null,
  until bigint not null,
  bytes $bytes$ not null,
  primary key (engagement, id)
);

-- Read model: whose key it is in which engagement. Follows from the entries alone.
create table member (
  engagement text not null,
  person text not null,
  key_id text not null,
  primary key (engagement, person)
);

create index member_key on member (key_id);

-- The keys by which nodes know each other's forms again.
create table form_key (
  name text not null primary key,
  xml text not null
);
