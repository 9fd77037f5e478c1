-- Read model: which entries are about a carry-out, were signed by a person, or are of a kind. Follows from the entries alone.
create table entry_of (
  engagement text not null,
  about text not null,
  seq bigint not null,
  primary key (engagement, about, seq)
);

-- The record by day: the time never falls from one entry to the next, so that a day is a run of places.
create index entry_at on entry (engagement, at, seq);

create index refusal_at on refusal (engagement, at);
