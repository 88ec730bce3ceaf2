import { describe, expect, it } from 'vitest';
import { loadCodeTables } from '#platform/server';
import { organizationSets } from './all.ts';

/** The fields of each set as `code:key`, and whether it repeats; a key never changes, it is the name in exports. */
const expected: Readonly<Record<string, { repeating: boolean; fields: string }>> = {
  B01: {
    repeating: false,
    fields: `
    B0111:orgCode B0121:parentOrgCode B0101:name B0104:shortName B0107:pinyinInitials
    B0114:publicCode B0117:divisionCode B0124:affiliationCode B0127:levelCode B0131:categoryCode
    B0194:kindCode B0183:chiefLeaderQuota B0185:deputyLeaderQuota B0150:internalLeaderQuota
    B0227:adminStaffing B0232:institutionStaffingReferenced B0233:institutionStaffingOther
    B0236:supportStaffing B0234:otherStaffing B0238:referencedApprovalOn
    B0239:referencedApprovalDocNo B0188:chiefNonLeaderQuota B0189:deputyNonLeaderQuota
    B0190:internalChiefQuota B0191A:internalDeputyQuota B0192:internalChiefNonLeaderQuota
    B0193:internalDeputyNonLeaderQuota B0164:b0164 B0167:b0167 B0268:b0268 B0269:displayOrder
    B0180:remark SORTID:order STATUS:recordStatus B0246:chiefEngineerQuota B0247:bureauChiefQuota
    B0248:bureauDeputyQuota B0249:viceBureauQuota B0235:deputyVacancies B0270:quotaNote
    B0271:actualStaffingNote`,
  },
  UH01: {
    repeating: true,
    fields: `
    UH0101:changedOn UH0102:changeCode UH0103:nameBefore UH0104:nameAfter UH0105:levelBefore
    UH0106:levelAfter UH0107:parentBefore UH0108:parentAfter UH0109:successor UH0110:documentNo
    UH0111:remark`,
  },
  PS01: {
    repeating: true,
    fields: `
    PS0101:title PS0102:roleCode PS0103:places PS0104:lowestLevel PS0105:highestLevel
    PS0106:isCounted PS0107:order PS0108:sensitiveCode PS0109:routeCode PS0110:documentNo
    PS0111:establishedOn PS0112:abolishedOn PS0113:remark`,
  },
  QT01: {
    repeating: true,
    fields: `
    QT0101:bucketCode QT0102:approved QT0103:documentNo QT0104:approvedOn QT0105:validFrom
    QT0106:validTo QT0107:remark`,
  },
  HC01: {
    repeating: true,
    fields: `
    HC0101:staffingTypeCode HC0102:approved HC0103:documentNo HC0104:approvedOn HC0105:validFrom
    HC0106:validTo HC0107:remark`,
  },
};

describe('the sets of a unit', () => {
  it('have every field once, under its lasting key', () => {
    const declared = Object.fromEntries(
      organizationSets.map((set) => [
        set.code,
        { repeating: set.repeating, fields: set.fields.map((field) => `${field.code}:${field.key}`) },
      ]),
    );
    const wanted = Object.entries(expected).map(([code, set]) => [
      code,
      { repeating: set.repeating, fields: set.fields.trim().split(/\s+/) },
    ]);
    expect(declared).toEqual(Object.fromEntries(wanted));
  });

  it.each(organizationSets.map((set) => [set.code, set] as const))('%s has no name twice', (_code, set) => {
    expect(set.subject).toBe('unit');
    expect(new Set(set.fields.map((field) => field.key)).size).toBe(set.fields.length);
    expect(new Set(set.fields.map((field) => field.label)).size).toBe(set.fields.length);
  });

  it('name code tables that the program has', () => {
    const tables = loadCodeTables();
    const named = organizationSets.flatMap((set) => set.fields.flatMap((field) => field.codeTable ?? []));
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((id) => tables.get(id) === undefined)).toEqual([]);
  });
});
