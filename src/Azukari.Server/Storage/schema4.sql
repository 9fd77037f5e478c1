-- Read model: every carry-out with where it stands and whose decision it waits for. Follows from the entries alone.
-- awaits has the duties with a space between them, or nothing; since is 0 with it. Instants are Unix milliseconds.
create table carry_out (
  engagement text not null,
  id text not null,
  phase text not null,
  ended bigint not null,
  awaits text not null,
  since bigint not null,
  asked bigint not null,
  template text not null,
  series text not null,
  people bigint not null,
  erase_by bigint not null,
  primary key (engagement, id)
);

create index carry_out_asked on carry_out (engagement, ended, asked);
create index carry_out_awaits on carry_out (engagement, awaits);
create index carry_out_template on carry_out (engagement, template, asked);
create index carry_out_series on carry_out (engagement, series, asked);

-- An application that somebody has begun. fields is what stood in the form, as typed, free text and all: an erasable row, nobody's but the person's.
create table draft (
  engagement text not null,
  person text not null,
  id text not null,
  at bigint not null,
  fields $bytes$ not null,
  primary key (engagement, person, id)
);
