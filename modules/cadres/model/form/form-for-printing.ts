import type { ApprovalForm } from '#documents/formats';

/**
 * The form as it is shown and printed. One that names no date for counting ages, neither 计算年龄时间 nor 填表时间,
 * counts them today; files keep the cell empty.
 *
 * @param today YYYYMM or YYYYMMDD
 */
export function formForPrinting(form: ApprovalForm, today: string): ApprovalForm {
  return form.ageReference !== '' || form.filledOn !== '' ? form : { ...form, ageReference: today };
}
