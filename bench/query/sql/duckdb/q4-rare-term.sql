select count(*) from resume r join person p on p.id = r.person
where r.text like '%援藏干部%' and p.is_current = 1 and p.unit between 1 and :lastUnit
