create table person (
  id integer, is_current tinyint, unit integer, rank tinyint,
  gender tinyint, ethnic tinyint, native smallint, birthplace smallint, party tinyint, health tinyint,
  edu tinyint, degree tinyint, ft_edu tinyint, school smallint, major smallint, title tinyint, grade tinyint,
  zj tinyint, dept_type tinyint, post_type tinyint, category tinyint, region smallint, source tinyint,
  marital tinyint, blood tinyint, lang tinyint,
  f1 tinyint, f2 tinyint, f3 tinyint, f4 tinyint, f5 tinyint, f6 tinyint,
  birth smallint, joined smallint, work_start smallint, grade_since smallint, left_on smallint
);
create table post (person integer, level tinyint, from_month smallint, to_month smallint);
create table appraisal (person integer, year smallint, result tinyint);
create table resume (person integer, text varchar);
