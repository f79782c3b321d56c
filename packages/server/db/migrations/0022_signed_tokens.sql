-- Tokens that host applications signed and that somebody has come in with: each is told as a sign-in once. What is kept is
-- a hash, until the token ends.
create table signed_token (
  token_hash bytea primary key,
  expires_at timestamptz not null,
  constraint signed_token_hash_whole check (length(token_hash) = 32)
);
create index signed_token_by_expiry on signed_token (expires_at);
