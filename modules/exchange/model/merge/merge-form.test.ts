import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canonicalForm,
  emptyForm,
  readForm,
  writeLrmx,
  type ApprovalForm,
  type FormRead,
} from '#documents/formats';
import { arbitraryForm } from '#fixtures/forms';
import { cadreSets, familyMemberSet, formFromSets, formMap } from '#modules/cadres';
import { loadCodeTables } from '#platform/server';
import { createRegistry, textOf, validateRows, type RecordRow, type SubjectSets } from '#platform/model';
import { mergeForm } from './merge-form.ts';

const tables = loadCodeTables();

const date = fc.constantFrom('', '197211', '19721105', '1972', '1972秋', '1972.11', '1972-11-05', '不详');
const plausible = fc.record({
  sex: fc.constantFrom('男', '女', '', '未说明'),
  ethnicGroup: fc.constantFrom('汉族', '土', '土家族', '', '某族'),
  birth: date,
  workStart: date,
  ageReference: date,
  filledOn: date,
  retirementMonth: date,
  partyJoin: fc.constantFrom('', '200203', '200203；民盟', '（民盟、民革）', '无党派', '某会', '2002.03'),
  nativePlace: fc.constantFrom('河北盐山', '', '某地', '北京'),
  nationalId: fc.constantFrom('', '99010119721105001x', '990101721105001'),
  resume: fc.constantFrom(
    '',
    '1991.01--2000.01  某局科员\n2000.01--         某局科长',
    '某处工作\n1991.07--1995.07  某大学学生',
  ),
});

/** A canonical form, as a reader gives it, with dates and codes beside noise. */
const form = fc
  .tuple(arbitraryForm, plausible, fc.boolean())
  .map(([noise, values, noisy]) => canonicalForm(noisy ? noise : { ...noise, ...values }));

const read = (read: ApprovalForm): FormRead => ({
  ok: true,
  format: 'lrmx',
  form: read,
  clean: true,
  originals: {},
  notes: [],
});

/** The sets after a form came in, with what the import itself notes of the file. */
function merged(said: ApprovalForm, existing: SubjectSets = {}): SubjectSets {
  const sets = mergeForm({ reading: read(said), existing, tables, familySet: familyMemberSet, photo: null });
  const unknownElements = said.unknownElements.length > 0 ? JSON.stringify(said.unknownElements) : '';
  const source = sets['SF01']?.map((row) => ({ ...row, unknownElements }));
  return { ...existing, ...sets, ...(source ? { SF01: source } : {}) };
}

/** What the records say, without what is no value of the form. */
function said(sets: SubjectSets): Partial<ApprovalForm> {
  return values(formFromSets(sets, tables).form);
}

function values({ photo: _photo, version: _version, ...rest }: ApprovalForm): Partial<ApprovalForm> {
  return rest;
}

const member = { relation: '同事', name: '', birth: '', politicalStatus: '', workUnitAndPost: '' };
const known: ApprovalForm = { ...emptyForm(), name: '赵明', sex: '男' };

describe('a form', () => {
  it('comes out of the records as it went in', () => {
    fc.assert(
      fc.property(form, (one) => {
        expect(said(merged(one))).toEqual(values(one));
      }),
      { seed: 7, numRuns: 250 },
    );
  });

  it('changes nothing when it comes again', () => {
    fc.assert(
      fc.property(form, (one) => {
        const once = merged(one);
        expect(merged(one, once)).toEqual(once);
      }),
      { seed: 8, numRuns: 250 },
    );
  });

  it('changes what differs, and takes nothing away where it is empty', () => {
    fc.assert(
      fc.property(form, form, (one, two) => {
        const result = said(merged(two, merged(one)));
        for (const { form: field, kind } of formMap) {
          // A date that says the same less exactly teaches nothing.
          const isDate = (kind === 'month' || kind === 'date') && /^\d{4,8}秋?$/.test(one[field]);
          const exactly = /^\d{6,}$/.test(one[field]) ? two[field].replace('秋', '') : two[field];
          const saysLess = isDate && one[field].startsWith(exactly);
          expect([field, result[field]]).toEqual([
            field,
            saysLess || two[field] === '' ? one[field] : two[field],
          ]);
        }
        expect(result.family).toEqual(two.family.length > 0 ? two.family : one.family);
      }),
      { seed: 9, numRuns: 250 },
    );
  });

  it('gives records that the registry takes, whatever the file holds', () => {
    const registry = createRegistry(cadreSets);
    fc.assert(
      fc.property(
        arbitraryForm,
        fc.constantFrom('&#xFFFE;', '&#xD840;', '&#7;', '\u{1ffff}'),
        (noise, sign) => {
          const file = Buffer.from(writeLrmx(noise)).toString('utf8');
          const reading = readForm(Buffer.from(file.replace('</JianKangZhuangKuang>', `${sign}$&`)));
          if (!reading.ok) return;
          const sets = mergeForm({ reading, existing: {}, tables, familySet: familyMemberSet, photo: null });
          for (const [code, rows] of Object.entries(sets))
            expect(validateRows(registry.get(code), rows, tables)).toEqual([]);
        },
      ),
      { seed: 10, numRuns: 250 },
    );
  });

  it('leaves the rows of the family their ids, whatever their order', () => {
    const rows = (...names: string[]) => names.map((name) => ({ ...member, name }));
    const once = merged({ ...known, family: rows('甲', '乙', '丙') });
    const again = merged({ ...known, family: rows('丙', '甲', '丁') }, once);
    const ids = (sets: SubjectSets, name: string) =>
      (sets['A36'] ?? []).filter((row) => textOf(row, 'name') === name).map(({ id }) => id);
    for (const name of ['甲', '丙']) expect(ids(again, name)).toEqual(ids(once, name));
    expect(ids(again, '乙')).toEqual([]);
  });

  it('keeps original spellings, also when it comes again', () => {
    const reading: FormRead = { ...read({ ...known, birth: '197211' }), originals: { birth: '1972.11.05' } };
    const sets = (existing: SubjectSets) =>
      mergeForm({ reading, existing, tables, familySet: familyMemberSet, photo: null });
    const once = sets({});
    expect(once['A01']?.[0]).toMatchObject({
      birthDate: '1972-11-05',
      asWritten: { birthDate: '1972.11.05' },
    });
    expect(sets(once)).toEqual(once);
  });

  it('leaves a line of the résumé that a clerk put right', () => {
    const resume = '1991.01--2000.01  某局科员\n2000.01--         某局科长';
    const once = merged({ ...known, resume });
    const [first, ...others] = once['A17'] ?? [];
    const { origin: _origin, ...touched } = { ...first, text: '某局办事员' } as RecordRow;
    const again = merged({ ...known, resume }, { ...once, A17: [touched as RecordRow, ...others] });
    expect(again['A17']).toEqual([touched, ...others]);
  });
});
