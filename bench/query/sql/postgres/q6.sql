select case
  when grouping(gender) = 0 then 'gender'
  when grouping(ethnic) = 0 then 'ethnic'
  when grouping(party) = 0 then 'party'
  when grouping(edu) = 0 then 'edu'
  when grouping(degree) = 0 then 'degree'
  when grouping(rank) = 0 then 'rank'
  when grouping(zj) = 0 then 'zj'
  when grouping(dept_type) = 0 then 'deptType'
  when grouping(post_type) = 0 then 'postType'
  when grouping(category) = 0 then 'category'
  when grouping(source) = 0 then 'source'
  when grouping(health) = 0 then 'health'
end as field,
coalesce(gender, ethnic, party, edu, degree, rank, zj, dept_type, post_type, category, source, health) as value, count(*) from person
where is_current = 1 and unit between 1 and :lastUnit and party = 1
group by grouping sets ((gender), (ethnic), (party), (edu), (degree), (rank), (zj), (dept_type), (post_type), (category), (source), (health))
