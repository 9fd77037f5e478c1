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
