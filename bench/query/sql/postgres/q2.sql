select (:now - birth) / 12 / 5 as band, edu, count(*) from person
where is_current = 1 and unit between 1 and :lastUnit and party = 1
group by 1, 2
