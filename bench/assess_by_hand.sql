-- The figures of the work orders as a careful person writes them for DuckDB: the peer that `bench.assess` is held to.
WITH limits AS (SELECT * FROM read_parquet('{folder}/limits.parquet') WHERE kind = 'orders'),
days AS (SELECT * FROM read_parquet('{folder}/days.parquet')),
reached AS (SELECT number, min(day) AS first FROM days GROUP BY number),
deadlines AS (
  SELECT type, days.day,
    CASE WHEN limits.working THEN first ELSE days.day + limits.days::INT END AS deadline
  FROM limits CROSS JOIN days LEFT JOIN reached ON reached.number = days.number + limits.days),
closing AS (SELECT "end" AS day FROM read_parquet('{folder}/period.parquet')),
judged AS (
  SELECT orders.unit, orders.type, quantity, redone, returned, satisfied, dissatisfied,
    CASE
      WHEN outcome <> '' THEN outcome
      WHEN closed > coalesce(due, deadline) THEN 'late'
      WHEN closed IS NOT NULL THEN 'on_time'
      WHEN coalesce(due, deadline) <= (SELECT day FROM closing) THEN 'late_open'
      ELSE 'open'
    END AS outcome
  FROM read_parquet('{folder}/orders.parquet') AS orders
  LEFT JOIN deadlines ON deadlines.day = orders.day
    AND deadlines.type = CASE WHEN orders.type IN (SELECT type FROM limits) THEN orders.type ELSE '' END),
counted AS MATERIALIZED (
  SELECT unit, type, outcome, sum(quantity) AS quantity, sum(redone) AS redone, sum(returned) AS returned,
    sum(satisfied) AS satisfied, sum(dissatisfied) AS dissatisfied
  FROM judged GROUP BY unit, type, outcome),
wide AS (
  SELECT unit, sum(quantity) AS handled,
    coalesce(sum(quantity) FILTER (outcome = 'withdrawn'), 0) AS withdrawn,
    coalesce(sum(quantity) FILTER (outcome = 'open'), 0) AS open,
    coalesce(sum(quantity) FILTER (outcome = 'on_time'), 0) AS on_time,
    coalesce(sum(quantity) FILTER (outcome IN ('late', 'late_open')), 0) AS late,
    sum(redone) AS redone, sum(returned) AS returned,
    sum(satisfied) AS satisfied, sum(dissatisfied) AS dissatisfied
  FROM counted GROUP BY unit),
parts AS (SELECT *, handled - withdrawn - open AS due FROM wide),
long AS (
  SELECT unit, '' AS item, 'orders.' || measure AS measure, value, NULL AS numerator, NULL AS denominator
  FROM (UNPIVOT parts ON handled, withdrawn, open, due, on_time, late, redone, returned, satisfied, dissatisfied
        INTO NAME measure VALUE value)
  UNION ALL
  SELECT unit, type, 'orders.by_type', sum(quantity), NULL, NULL FROM counted WHERE type <> '' GROUP BY unit, type
  UNION ALL
  SELECT unit, '', 'orders.on_time_rate', NULL, on_time, due FROM parts
  UNION ALL
  SELECT unit, '', 'orders.handled_rate', NULL, on_time + withdrawn, handled FROM parts
  UNION ALL
  SELECT unit, '', 'orders.satisfaction_rate', NULL, satisfied, satisfied + dissatisfied FROM parts)
SELECT long.unit, item, measure, value::BIGINT, numerator::BIGINT, denominator::BIGINT
FROM long JOIN read_parquet('{folder}/units.parquet') AS units USING (unit)
ORDER BY place, measure, item
