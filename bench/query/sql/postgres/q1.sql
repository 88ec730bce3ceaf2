select count(*) from person
where is_current = 1 and unit between 1 and :lastUnit
  and rank in (5, 6, 7) and gender = 2 and party = 1 and edu in (4, 5, 6, 7, 8, 9) and birth >= :born1980
