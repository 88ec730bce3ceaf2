import { describe, expect, it } from 'vitest';
import { loadCodeTables } from '#platform/server';
import { organizationSets } from './all.ts';
import { organizationSet } from './b01-organization.ts';

/** Every field as `code:key`; a key never changes, it is the name in exports. */
const expected = `
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
  B0271:actualStaffingNote`;

describe('the set of a unit', () => {
  it('has every field of B01, once, under its lasting key', () => {
    expect(organizationSets).toEqual([organizationSet]);
    const declared = organizationSet.fields.map((field) => `${field.code}:${field.key}`);
    expect(declared).toEqual(expected.trim().split(/\s+/));
    expect(new Set(organizationSet.fields.map((field) => field.key)).size).toBe(declared.length);
    expect(new Set(organizationSet.fields.map((field) => field.label)).size).toBe(declared.length);
    expect(organizationSet).toMatchObject({ code: 'B01', subject: 'unit', repeating: false });
  });

  it('names code tables that the program has', () => {
    const tables = loadCodeTables();
    const named = organizationSet.fields.flatMap((field) => field.codeTable ?? []);
    expect(named.length).toBeGreaterThan(4);
    expect(named.filter((id) => tables.get(id) === undefined)).toEqual([]);
  });
});
