import { z } from 'zod';
import { isPartialDate } from '#platform/model';

/** A date known to the year, the month or the day. */
export const datedText = z.string().refine(isPartialDate, '日期应为 2019、2019-03 或 2019-03-15 的格式');
