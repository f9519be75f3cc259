-- Signatures in PostgreSQL, behind PostgREST or in Supabase: paste this into the SQL
-- editor and run it once. Visitors may add a signature, ask how many there are, and see
-- the names of those who wanted to be seen. Nobody can read the table through the API.
-- It may be run again: what is there stays.

create table if not exists public.share_sign_campaigns (
  id text primary key,
  open boolean not null default true
);
comment on table public.share_sign_campaigns is
  'The campaigns that take signatures. Add yours: insert into share_sign_campaigns values (''save-my-doctor'');';

create table if not exists public.signatures (
  -- Made once in the supporter''s browser: a signature that is sent twice is refused the
  -- second time, and the card reads that as "signed already".
  id uuid primary key,
  campaign text not null references public.share_sign_campaigns (id),
  name text check (length(name) <= 200),
  first_name text check (length(first_name) <= 100),
  last_name text check (length(last_name) <= 100),
  email text check (length(email) <= 254 and email like '%_@_%'),
  phone text check (length(phone) <= 40),
  postcode text check (length(postcode) <= 20),
  country text check (length(country) <= 2),
  locality text check (length(locality) <= 100),
  region text check (length(region) <= 100),
  street text check (length(street) <= 200),
  birth_date date,
  organisation text check (length(organisation) <= 200),
  comment text check (length(comment) <= 1000),
  show_name text check (show_name in ('full', 'initial', 'none')),
  -- True, false, or nothing where nobody asked or answered.
  consent boolean,
  consent_text text check (length(consent_text) <= 1000),
  consent_version text check (length(consent_version) <= 100),
  locale text check (length(locale) <= 35),
  page text check (length(page) <= 2000),
  source text check (length(source) <= 100),
  referral text check (length(referral) <= 100),
  signed_at timestamptz,
  received_at timestamptz not null default now()
);

-- One signature for each address and campaign. Two names may share an empty address.
create unique index if not exists signatures_once on public.signatures (campaign, lower(email));
create index if not exists signatures_recent on public.signatures (campaign, received_at desc);

-- The API knows visitors as "anon". Supabase has that role; elsewhere PostgREST's own
-- set-up makes it (db-anon-role).
alter table public.signatures enable row level security;
alter table public.share_sign_campaigns enable row level security;
revoke all on public.signatures, public.share_sign_campaigns from anon;
grant usage on schema public to anon;
grant insert on public.signatures to anon;

-- Asks on behalf of the visitor, who may not read the list of campaigns.
create or replace function public.share_sign_is_open(campaign text) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from public.share_sign_campaigns c where c.id = $1 and c.open)
$$;

drop policy if exists share_sign_insert on public.signatures;
create policy share_sign_insert on public.signatures for insert to anon
  with check (public.share_sign_is_open(campaign));

-- GET /rpc/signature_count?campaign=save-my-doctor answers with a bare number.
create or replace function public.signature_count(campaign text) returns bigint
language sql stable security definer set search_path = '' as $$
  select count(*) from public.signatures s where s.campaign = $1
$$;

-- GET /rpc/signature_referrals?campaign=save-my-doctor&token=k3v9q2m4x7ab: how many have
-- signed through the link with this token, which only that supporter's browser knows.
create or replace function public.signature_referrals(campaign text, token text) returns bigint
language sql stable security definer set search_path = '' as $$
  select count(*) from public.signatures s where s.campaign = $1 and s.referral = $2 and $2 <> ''
$$;
create index if not exists signatures_referral on public.signatures (campaign, referral);

-- GET /rpc/recent_supporters?campaign=save-my-doctor&n=10: names as people chose to be
-- shown, and the comments of those who did.
create or replace function public.recent_supporters(campaign text, n integer default 10)
returns table (name text, comment text)
language sql stable security definer set search_path = '' as $$
  select
    case s.show_name
      when 'full' then coalesce(nullif(s.name, ''), concat_ws(' ', s.first_name, s.last_name))
      else concat(
        coalesce(nullif(s.first_name, ''), split_part(s.name, ' ', 1)),
        ' ' || nullif(left(coalesce(nullif(s.last_name, ''), nullif(split_part(s.name, ' ', -1), split_part(s.name, ' ', 1))), 1), '') || '.'
      )
    end,
    s.comment
  from public.signatures s
  where s.campaign = $1 and s.show_name in ('full', 'initial')
  order by s.received_at desc
  limit least(greatest($2, 0), 100)
$$;

revoke all on function public.share_sign_is_open, public.signature_count, public.signature_referrals, public.recent_supporters from public;
grant execute on function public.share_sign_is_open, public.signature_count, public.signature_referrals, public.recent_supporters to anon;
