-- Counts of many browsers in PostgreSQL, behind PostgREST or in Supabase: paste this into
-- the SQL editor and run it once, after the SQL for signatures, which has the campaigns.
-- Visitors may add what their own browser has counted, and read nothing. It may be run
-- again: what is there stays.
--
--   <share-sign report="https://abc.supabase.co/rest/v1/rpc/share_sign_report?apikey=…">

create table if not exists public.share_sign_counts (
  campaign text not null references public.share_sign_campaigns (id),
  -- A browser, by a name that it made by chance.
  replica text not null check (replica ~ '^[0-9a-z-]{1,40}$'),
  -- The hour, by its beginning.
  at timestamptz not null,
  kind text not null check (kind in ('view', 'arrival', 'share', 'copy', 'sign', 'sent')),
  channel text not null check (length(channel) <= 40),
  variant text not null check (length(variant) <= 40),
  -- How often that browser counted it in that hour, so far.
  n bigint not null check (n between 1 and 100000),
  primary key (campaign, replica, at, kind, channel, variant)
);
create index if not exists share_sign_counts_by_time on public.share_sign_counts (campaign, at);

alter table public.share_sign_counts enable row level security;
revoke all on public.share_sign_counts from anon;

-- POST /rpc/share_sign_report, text/plain: a JSON array of rows. A browser's number only
-- grows, so the larger one is the later one, and a report that comes twice counts once.
-- Hours that a browser cannot be telling of now are left out.
create or replace function public.share_sign_report(text) returns void
language sql volatile security definer set search_path = '' as $$
  insert into public.share_sign_counts as known (campaign, replica, at, kind, channel, variant, n)
  select r.campaign, r.replica, to_timestamp(r.at), r.kind, r.channel, r.variant, max(r.n)
  from (select * from json_to_recordset($1::json)
    as r(campaign text, replica text, at bigint, kind text, channel text, variant text, n bigint)
    limit 1000) r
  where public.share_sign_is_open(r.campaign)
    and to_timestamp(r.at) between now() - interval '3 days' and now() + interval '1 day'
  group by 1, 2, 3, 4, 5, 6
  on conflict (campaign, replica, at, kind, channel, variant)
    do update set n = greatest(known.n, excluded.n)
$$;
revoke all on function public.share_sign_report(text) from public;
grant execute on function public.share_sign_report(text) to anon;

-- For you, not for visitors: all browsers together.
create or replace view public.share_sign_totals with (security_invoker = true) as
  select campaign, at, kind, channel, variant, sum(n) as n, count(*) as browsers
  from public.share_sign_counts
  group by campaign, at, kind, channel, variant;
revoke all on public.share_sign_totals from anon;
