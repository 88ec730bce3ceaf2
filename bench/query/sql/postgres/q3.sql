select count(*) from person p
where p.is_current = 1 and p.unit between 1 and :lastUnit
  and p.id in (select person from post where level = 5 and coalesce(to_month, :now) - from_month >= 36)
  and (
    select count(*) = 3 and bool_and(newest.result = 1)
    from (select result from appraisal a where a.person = p.id order by year desc limit 3) newest
  )
