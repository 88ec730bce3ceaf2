create unlogged table person (
  id integer, is_current smallint, unit integer, rank smallint,
  gender smallint, ethnic smallint, native smallint, birthplace smallint, party smallint, health smallint,
  edu smallint, degree smallint, ft_edu smallint, school smallint, major smallint, title smallint, grade smallint,
  zj smallint, dept_type smallint, post_type smallint, category smallint, region smallint, source smallint,
  marital smallint, blood smallint, lang smallint,
  f1 smallint, f2 smallint, f3 smallint, f4 smallint, f5 smallint, f6 smallint,
  birth smallint, joined smallint, work_start smallint, grade_since smallint, left_on smallint
);
create unlogged table post (person integer, level smallint, from_month smallint, to_month smallint);
create unlogged table appraisal (person integer, year smallint, result smallint);
create unlogged table resume (person integer, text text);
