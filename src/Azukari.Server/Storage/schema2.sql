-- A record that may be shorter than what its witnesses have seen, say because it was restored. While the row is there nothing is appended.
create table behind (
  engagement text not null primary key,
  since bigint not null
);

-- How far a side's key holder says that it has followed, while the record is behind. note is the log's own checkpoint that proves it, or empty where it claims no more than we have.
create table witnessed (
  engagement text not null,
  side text not null,
  size bigint not null,
  note $bytes$ not null,
  primary key (engagement, side)
);

-- Entries that a key holder gave back. They become the record once they stand under a checkpoint that this log signed.
create table returned (
  engagement text not null,
  seq bigint not null,
  bytes $bytes$ not null,
  primary key (engagement, seq)
);

-- Safety acts that came while the record was behind: kept, and decided on as soon as it is whole.
create table waiting (
  engagement text not null,
  message text not null,
  at bigint not null,
  bytes $bytes$ not null,
  primary key (engagement, message)
);
