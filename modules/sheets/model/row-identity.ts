import type { SetDefinition } from '#platform/model';

/** What tells the rows of a repeating set apart. */
export interface RowIdentity {
  /** What a row is about. Rows that agree in those of them that a sheet gives may be the same. */
  readonly about: readonly string[];
  /**
   * The dates by which two rows about the same are told apart; the first that both give decides. None where nobody has
   * two rows about the same.
   */
  readonly dates: readonly string[];
  /** Where several rows are possible, that one is meant which also agrees in these. */
  readonly further: readonly string[];
}

type Declared = Pick<RowIdentity, 'about' | 'dates'> & Partial<RowIdentity>;

const declared: Readonly<Record<string, Declared>> = {
  // A post is held again, a level or rank reached again, a prize won again: the date tells.
  A02: { about: ['orgName', 'postTitle'], dates: ['appointedOn', 'removedOn'] },
  A05: { about: ['kind', 'levelOrRankCode'], dates: ['approvedOn', 'endedOn'] },
  A06: { about: ['titleName', 'titleCode'], dates: ['acquiredOn'] },
  A08: {
    about: ['educationName', 'educationCode', 'degreeName', 'degreeCode', 'school'],
    dates: ['graduatedOn', 'enrolledOn', 'degreeConferredOn'],
  },
  A11: { about: ['courseName'], dates: ['startedOn', 'endedOn'] },
  A14: { about: ['name'], dates: ['approvedOn'] },
  // One assessment a year, one entry of a resume at a time: another date is another row and no question.
  A15: { about: ['year'], dates: [] },
  A17: { about: ['startedOn'], dates: [], further: ['text'] },
  A36: { about: ['relation', 'name'], dates: ['birthDate'] },
};

/** What tells the rows of a set apart; of sets that are added at run time their title and their order in time. */
export function rowIdentity(set: SetDefinition): RowIdentity {
  const own = declared[set.code];
  if (own) return { further: [], ...own };
  const { order, span } = set.time ?? {};
  const dates = [...new Set([order, span?.from, span?.to])].filter((key) => key !== undefined);
  const title = set.title ?? [];
  const about = title.filter((key) => !dates.includes(key));
  if (about.length > 0) return { about, dates, further: [] };
  // Told by its dates alone, or by everything that it says.
  return { about: title.length > 0 ? title : set.fields.map(({ key }) => key), dates: [], further: [] };
}

/** The fields that a sheet should give so that its rows are found again. */
export function rowKeys(set: SetDefinition): readonly string[] {
  const { about, dates } = rowIdentity(set);
  return [...about, ...dates.slice(0, 1)];
}
