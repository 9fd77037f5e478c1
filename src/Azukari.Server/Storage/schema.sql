create table engagement (id text primary key, size bigint not null, founded bigint not null);
create table entry (engagement text not null, seq bigint not null, at bigint not null, leaf text not null, bytes $bytes$ not null, primary key (engagement, seq));
create table delivered (engagement text not null, message text not null, seq bigint not null, primary key (engagement, message));
create table refusal (engagement text not null, at bigint not null, message text not null, act text not null, codes text not null);
create table paper (engagement text not null, digest text not null, bytes $bytes$ not null, primary key (engagement, digest));
create table checkpoint (engagement text not null, size bigint not null, note $bytes$ not null, primary key (engagement, size));
create table cosignature (engagement text not null, size bigint not null, witness text not null, line $bytes$ not null, primary key (engagement, size, witness));
create table nonce (key_id text not null, nonce text not null, created bigint not null, primary key (key_id, nonce));
