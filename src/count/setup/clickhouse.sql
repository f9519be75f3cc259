-- Counts of many browsers in ClickHouse, by its HTTP interface. Run this once.
--
--   <share-sign report="https://clickhouse.example:8443/?user=share_sign&query=INSERT%20INTO%20share_sign_counts%20FORMAT%20JSONEachRow">

CREATE TABLE IF NOT EXISTS share_sign_counts (
  campaign LowCardinality(String),
  -- A browser, by a name that it made by chance.
  replica String,
  -- The hour, by its beginning.
  at DateTime('UTC'),
  kind LowCardinality(String),
  channel LowCardinality(String),
  variant LowCardinality(String),
  -- How often that browser counted it in that hour, so far. It only grows, so rows with
  -- the same key are merged to the largest, and a report that comes twice counts once.
  n SimpleAggregateFunction(max, UInt64)
) ENGINE = AggregatingMergeTree
ORDER BY (campaign, at, kind, channel, variant, replica);

-- Rows are merged in the background, so a sum takes the largest of each browser first.
CREATE VIEW IF NOT EXISTS share_sign_totals AS
  SELECT campaign, at, kind, channel, variant, sum(most) AS n, count() AS browsers
  FROM (
    SELECT campaign, replica, at, kind, channel, variant, max(n) AS most
    FROM share_sign_counts
    GROUP BY campaign, replica, at, kind, channel, variant
  )
  GROUP BY campaign, at, kind, channel, variant;

-- Visitors may add and nothing else. Everybody can read the name of this user in the page.
-- CREATE USER IF NOT EXISTS share_sign IDENTIFIED WITH no_password
--   SETTINGS async_insert = 1, wait_for_async_insert = 0, max_insert_block_size = 1000;
-- GRANT INSERT ON share_sign_counts TO share_sign;
