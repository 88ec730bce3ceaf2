/** 任职经历 among the columns of a list: no field, but the career drawn as one line. */
export const careerColumn = 'career';
