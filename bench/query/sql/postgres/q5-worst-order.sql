select id from person
where is_current = 1 and unit between 1 and :lastUnit and party = 1
order by health nulls last, birth desc nulls last, id
limit 50
