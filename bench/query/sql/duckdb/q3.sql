select count(*) from (
  select person from (
    select person, result, row_number() over (partition by person order by year desc) as place
    from appraisal
    where person in (
      select id from person
      where is_current = 1 and unit between 1 and :lastUnit
        and id in (select person from post where level = 5 and coalesce(to_month, :now) - from_month >= 36)
    )
  )
  where place <= 3
  group by person
  having count(*) = 3 and sum(case when result = 1 then 1 else 0 end) = 3
)
