with found as (select * from person where is_current = 1 and unit between 1 and :lastUnit and party = 1)
select 'gender' as field, gender as value, count(*) from found group by gender
union all
select 'ethnic' as field, ethnic as value, count(*) from found group by ethnic
union all
select 'party' as field, party as value, count(*) from found group by party
union all
select 'edu' as field, edu as value, count(*) from found group by edu
union all
select 'degree' as field, degree as value, count(*) from found group by degree
union all
select 'rank' as field, rank as value, count(*) from found group by rank
union all
select 'zj' as field, zj as value, count(*) from found group by zj
union all
select 'deptType' as field, dept_type as value, count(*) from found group by dept_type
union all
select 'postType' as field, post_type as value, count(*) from found group by post_type
union all
select 'category' as field, category as value, count(*) from found group by category
union all
select 'source' as field, source as value, count(*) from found group by source
union all
select 'health' as field, health as value, count(*) from found group by health
